package visibuild.processor.jackson;

import com.google.auto.common.MoreElements;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** A library whose annotation processor completes the classes of a program. */
public enum ModelLibrary {
  /** Lombok: adds constructors, getters and setters to the class. */
  LOMBOK("lombok."),
  /** Immutables: writes a subclass {@code ImmutableTicket} of an abstract type. */
  IMMUTABLES("org.immutables."),
  /** AutoValue: writes a subclass {@code AutoValue_Ticket} of an abstract class. */
  AUTO_VALUE("com.google.auto.value."),
  /** RecordBuilder: writes builders of records, and records of interfaces. */
  RECORD_BUILDER("io.soabase.recordbuilder.");

  private final String prefix;

  ModelLibrary(String prefix) {
    this.prefix = prefix;
  }

  /** Returns the library whose annotations {@code type} carries. */
  public static Optional<ModelLibrary> of(TypeElement type) {
    return Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
        .flatMap(element -> element.getAnnotationMirrors().stream())
        .map(ModelLibrary::nameOf)
        .flatMap(name -> Arrays.stream(values()).filter(each -> name.startsWith(each.prefix)))
        .findFirst();
  }

  /** Returns what lets Jackson make {@code type}, which it cannot make as it stands. */
  public String decodingHint(TypeElement type) {
    String name = type.getSimpleName().toString();
    return switch (this) {
      case LOMBOK ->
          "Add Lombok's @Builder and @Jacksonized to %s, or add @NoArgsConstructor and @Setter."
              .formatted(name);
      case IMMUTABLES -> "Add @JsonDeserialize(as = Immutable%1$s.class) to %1$s.".formatted(name);
      case AUTO_VALUE ->
          "Add @JsonCreator to the static create method of %s, and @JsonProperty to each of its"
                  .formatted(name)
              + " parameters.";
      case RECORD_BUILDER -> "Use the record that RecordBuilder writes for %s.".formatted(name);
    };
  }

  /** Returns what gives {@code type} a property that Jackson writes. */
  public String encodingHint(TypeElement type) {
    String name = type.getSimpleName().toString();
    return switch (this) {
      case LOMBOK -> "Add Lombok's @Getter to %s.".formatted(name);
      case IMMUTABLES -> "Add @JsonSerialize(as = Immutable%1$s.class) to %1$s.".formatted(name);
      case AUTO_VALUE -> "Add @JsonProperty to each accessor of %s.".formatted(name);
      case RECORD_BUILDER -> "Use the record that RecordBuilder writes for %s.".formatted(name);
    };
  }

  /** Returns the annotation {@code name} of this library on {@code element}. */
  Optional<? extends AnnotationMirror> annotation(Element element, String name) {
    return element.getAnnotationMirrors().stream()
        .filter(annotation -> nameOf(annotation).equals(prefix + name))
        .findFirst();
  }

  /** Returns whether the annotation type {@code name} belongs to one of these libraries. */
  static boolean declares(String name) {
    return Arrays.stream(values()).anyMatch(each -> name.startsWith(each.prefix));
  }

  private static String nameOf(AnnotationMirror annotation) {
    return MoreElements.asType(annotation.getAnnotationType().asElement())
        .getQualifiedName()
        .toString();
  }
}
