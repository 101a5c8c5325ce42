package visibuild.processor.jackson;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import visibuild.processor.element.MoreElements;

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

  private static final List<ModelLibrary> ALL = List.of(values());

  private final String prefix;

  ModelLibrary(String prefix) {
    this.prefix = prefix;
  }

  /** Returns the library whose annotations {@code type} carries. */
  public static Optional<ModelLibrary> of(TypeElement type) {
    Optional<ModelLibrary> own = on(type);
    if (own.isPresent()) {
      return own;
    }
    for (Element member : type.getEnclosedElements()) {
      Optional<ModelLibrary> found = on(member);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<ModelLibrary> on(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      Optional<ModelLibrary> library = ofAnnotation(MoreElements.nameOf(annotation));
      if (library.isPresent()) {
        return library;
      }
    }
    return Optional.empty();
  }

  private static Optional<ModelLibrary> ofAnnotation(String name) {
    for (ModelLibrary library : ALL) {
      if (name.startsWith(library.prefix)) {
        return Optional.of(library);
      }
    }
    return Optional.empty();
  }

  /** Returns whether a library writes a subclass of {@code type}, which Jackson can be given. */
  static boolean writesSubclassOf(TypeElement type) {
    for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
      String name = MoreElements.nameOf(annotation);
      if (name.startsWith(IMMUTABLES.prefix) || name.startsWith(AUTO_VALUE.prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a library writes a {@code toString()} of all fields for {@code type}. */
  public static boolean writesTextOf(TypeElement type) {
    return LOMBOK.annotation(type, "Data").isPresent()
        || LOMBOK.annotation(type, "Value").isPresent()
        || LOMBOK.annotation(type, "ToString").isPresent()
        || writesSubclassOf(type);
  }

  /** Returns what lets Jackson make {@code type}, which it cannot make as it stands. */
  public String decodingHint(TypeElement type) {
    String name = type.getSimpleName().toString();
    return switch (this) {
      case LOMBOK ->
          LombokMembers.hasBuilder(type)
              ? "Add Lombok's @Jacksonized to %s, beside its builder.".formatted(name)
              : "Add Lombok's @Builder and @Jacksonized to %s.".formatted(name);
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
      case LOMBOK ->
          LombokMembers.renamesAccessors(type)
              ? "Remove Lombok's @Accessors from %s: Jackson recognizes names such as getTitle."
                  .formatted(name)
              : "Add Lombok's @Getter to %s.".formatted(name);
      case IMMUTABLES -> "Add @JsonSerialize(as = Immutable%1$s.class) to %1$s.".formatted(name);
      case AUTO_VALUE -> "Add @JsonProperty to each accessor of %s.".formatted(name);
      case RECORD_BUILDER -> "Use the record that RecordBuilder writes for %s.".formatted(name);
    };
  }

  /** Returns the annotation {@code name} of this library on {@code element}. */
  Optional<? extends AnnotationMirror> annotation(Element element, String name) {
    AnnotationMirror found = MoreElements.annotation(element, prefix + name);
    return Optional.ofNullable(found);
  }

  /** Returns whether the annotation type {@code name} belongs to one of these libraries. */
  static boolean declares(String name) {
    return ofAnnotation(name).isPresent();
  }
}
