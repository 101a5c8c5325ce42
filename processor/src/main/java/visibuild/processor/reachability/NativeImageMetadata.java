package visibuild.processor.reachability;

import java.util.ArrayList;
import java.util.List;
import visibuild.processor.model.ReachabilityMetadata;
import visibuild.processor.model.ReachedType;

/**
 * Writes GraalVM's reachability metadata, in the one file that native-image reads since GraalVM for
 * JDK 23. Each entry holds only if the client is used.
 */
public final class NativeImageMetadata {
  private NativeImageMetadata() {}

  /** Returns the resource path at which native-image finds the metadata of the client. */
  public static String placeOf(ReachabilityMetadata reached) {
    return "META-INF/native-image/io.github.visibuild-java/%s/reachability-metadata.json"
        .formatted(reached.client().canonicalName());
  }

  /** The metadata, in JSON. */
  public static String write(ReachabilityMetadata reached) {
    String client = reached.client().canonicalName();
    String calls = client + "$Calls";
    List<String> entries = new ArrayList<>();
    entries.add(entry(client, "{\"proxy\": [\"%s\"]}".formatted(calls)));
    entries.add(entry(client, quoted(calls), "allDeclaredMethods"));
    reached.types().stream()
        .filter(type -> type.extent() != ReachedType.Extent.NAME)
        .forEach(type -> entries.add(entry(client, quoted(type.name()), flagsOf(type))));
    return "{\n  \"reflection\": [\n" + String.join(",\n", entries) + "\n  ]\n}\n";
  }

  private static String entry(String client, String type, String... flags) {
    StringBuilder entry = new StringBuilder("    {\"condition\": {\"typeReached\": ");
    entry.append(quoted(client)).append("}, \"type\": ").append(type);
    for (String flag : flags) {
      entry.append(", ").append(quoted(flag)).append(": true");
    }
    return entry.append('}').toString();
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String[] flagsOf(ReachedType type) {
    return switch (type.extent()) {
      case OPEN_ENUM, MEMBERS, CONSTANT ->
          new String[] {"allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields"};
      case PARENT -> new String[] {"allDeclaredMethods", "allDeclaredFields"};
      case CONSTRUCTORS -> new String[] {"allDeclaredConstructors"};
      case ITSELF, ARRAY, NAME -> new String[0];
    };
  }
}
