package visibuild.processor.reach;

import java.util.stream.Collectors;
import visibuild.processor.model.Reached;
import visibuild.processor.model.ReachedType;

/**
 * Writes rules for R8, which finds them by itself; ProGuard reads them where it is told to. Each
 * holds only if the client is used; names stay, since JSON and messages have them. Attributes are
 * kept by the rules in the runtime's jar.
 */
public final class ShrinkerRules {
  private ShrinkerRules() {}

  /** Where R8 looks for the rules of the client. */
  public static String placeOf(Reached reached) {
    return "META-INF/proguard/visibuild-" + reached.client().canonicalName() + ".pro";
  }

  /** The rules, in the form of ProGuard. */
  public static String write(Reached reached) {
    String client = reached.client().canonicalName();
    return "# What %s needs that its code does not show.\n".formatted(client)
        + rule(client, "-keep interface %s$Calls { <methods>; }".formatted(client))
        + reached.types().stream()
            .filter(ShrinkerRules::isOfProgram)
            .map(type -> rule(client, keep(type)))
            .collect(Collectors.joining());
  }

  private static String rule(String client, String keep) {
    return "-if class %s\n%s\n".formatted(client, keep);
  }

  private static String keep(ReachedType type) {
    return switch (type.extent()) {
      case MEMBERS -> "-keep class %s { *; }".formatted(type.name());
      case CONSTRUCTORS -> "-keep class %s { <init>(...); }".formatted(type.name());
      case NAME -> "-keep,allowobfuscation,allowshrinking class " + type.name();
      case ITSELF, ARRAY -> "-keep class " + type.name();
    };
  }

  /** An array needs no rule, and the platform's classes are not shrunk. */
  private static boolean isOfProgram(ReachedType type) {
    return type.extent() != ReachedType.Extent.ARRAY && !type.name().startsWith("java.");
  }
}
