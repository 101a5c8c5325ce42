package visibuild.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import visibuild.policy.json.Json;
import visibuild.policy.json.JsonReading;
import visibuild.policy.json.MalformedJsonException;
import visibuild.policy.json.StrictObjectReader;

/**
 * The file of a {@link Descriptor}: JSON in UTF-8, described by {@code descriptor.schema.json}. The
 * same descriptor always gives the same bytes.
 *
 * <pre>{@code
 * String place = DescriptorFile.FOLDER + descriptor.api() + ".json";
 * Descriptor same = DescriptorFile.read(place, DescriptorFile.write(descriptor).getBytes(UTF_8));
 * }</pre>
 *
 * @since 0.1
 */
public final class DescriptorFile {
  /**
   * The folder of descriptors on a class path: one file for each interface, named by its binary
   * name.
   */
  public static final String FOLDER = "META-INF/visibuild/";

  private DescriptorFile() {}

  /**
   * Reads a descriptor.
   *
   * @param name the file as a message is to name it
   * @throws MalformedFileException if it is none, or one of a newer version
   */
  public static Descriptor read(String name, byte[] content) throws MalformedFileException {
    try {
      StrictObjectReader file = StrictObjectReader.of(JsonReading.read(content), "the file");
      FileVersion.check(file, "a descriptor");
      Descriptor descriptor =
          new Descriptor(
              file.text("interface"),
              file.text("client"),
              access(file),
              StrictObjectReader.emptyOrText(file.get("path"), "\"path\""),
              source(file),
              methods(file));
      file.rejectUnknown();
      return descriptor;
    } catch (MalformedJsonException malformed) {
      throw new MalformedFileException(name, malformed);
    }
  }

  /** The file of {@code descriptor}, with a line break at its end. */
  public static String write(Descriptor descriptor) {
    return DescriptorJson.of(descriptor);
  }

  private static List<MethodDescriptor> methods(StrictObjectReader file)
      throws MalformedJsonException {
    Access declared = access(file);
    List<MethodDescriptor> methods = new ArrayList<>();
    for (Json item : file.items("methods")) {
      StrictObjectReader keys = StrictObjectReader.of(item, "an entry of \"methods\"");
      MethodDescriptor method =
          new MethodDescriptor(
              keys.text("name"),
              keys.texts("parameters"),
              keys.text("verb"),
              keys.text("path"),
              keys.findTexts("headers"),
              access(keys),
              keys.constant("reason", Reason.class),
              source(keys));
      keys.rejectUnknown();
      checkScope(method, declared, keys);
      methods.add(method);
    }
    return methods;
  }

  private static void checkScope(MethodDescriptor method, Access declared, StrictObjectReader keys)
      throws MalformedJsonException {
    if (method.reason() == Reason.VERB && method.scope() != Access.ofVerb(method.verb())) {
      throw new MalformedJsonException(
          keys.line("scope"), method.verb() + " does not need " + method.scope());
    }
    if (!declared.covers(method.scope())) {
      throw new MalformedJsonException(
          keys.line("scope"), "a method writes, but the interface declares " + declared);
    }
  }

  private static Access access(StrictObjectReader keys) throws MalformedJsonException {
    return keys.constant("scope", Access.class);
  }

  private static Optional<SourcePosition> source(StrictObjectReader keys)
      throws MalformedJsonException {
    Optional<Json> value = keys.find("source");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    StrictObjectReader source = StrictObjectReader.of(value.get(), "\"source\"");
    String file = source.text("file");
    OptionalInt line =
        source.find("line").isPresent()
            ? OptionalInt.of(source.count("line"))
            : OptionalInt.empty();
    source.rejectUnknown();
    return Optional.of(new SourcePosition(file, line));
  }
}
