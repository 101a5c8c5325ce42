package visibuild.processor.reachability;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import visibuild.processor.model.ReachabilityMetadata;
import visibuild.processor.model.ReachedType;

/**
 * Writes rules for R8, which finds them automatically; ProGuard needs an {@code -include}. Each
 * rule applies only if the client is used. Names are kept, since JSON and messages contain them.
 * The rules in the runtime's jar keep attributes.
 */
public final class ShrinkerRules {
  private ShrinkerRules() {}

  /** Returns the resource path at which R8 finds the rules of the client. */
  public static String placeOf(ReachabilityMetadata reached) {
    return "META-INF/proguard/visibuild-" + reached.client().canonicalName() + ".pro";
  }

  /** The rules, in the form of ProGuard. */
  public static String write(ReachabilityMetadata reached) {
    String client = reached.client().canonicalName();
    return "# What %s needs that its code does not show.\n".formatted(client)
        + rule(client, "-keep interface %s$Calls { <methods>; }".formatted(client))
        + reached.types().stream()
            .filter(ShrinkerRules::isOfProgram)
            .flatMap(type -> keeps(type).map(keep -> rule(client, keep)))
            .collect(Collectors.joining());
  }

  private static String rule(String client, String keep) {
    return "-if class %s\n%s\n".formatted(client, keep);
  }

  /** An array needs no rule, and an enum's constants are what extends it, whatever their names. */
  private static Stream<String> keeps(ReachedType type) {
    String name = type.name();
    return switch (type.extent()) {
      case OPEN_ENUM ->
          Stream.of(
              "-keep class %s { *; }".formatted(name),
              "-keep class * extends %s { *; }".formatted(name));
      case MEMBERS -> Stream.of("-keep class %s { *; }".formatted(name));
      case CONSTRUCTORS -> Stream.of("-keep class %s { <init>(...); }".formatted(name));
      case PARENT, NAME -> Stream.of("-keep,allowobfuscation,allowshrinking class " + name);
      case ITSELF -> Stream.of("-keep class " + name);
      case CONSTANT, ARRAY -> Stream.of();
    };
  }

  /** The platform's classes are not shrunk. */
  private static boolean isOfProgram(ReachedType type) {
    return !type.name().startsWith("java.");
  }
}
