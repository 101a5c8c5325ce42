package visibuild.processor.model;

/**
 * The value of one member of an annotation, written by the user or the member's default; or an
 * element of an array.
 *
 * @param value a {@code String}, a boxed primitive, the name of an enum constant, or a {@code List}
 *     of {@code AnnotationValueModel} for an array; other values (types, annotations) as their text
 * @param location the value, or the annotation where the value is the default
 */
public record AnnotationValueModel(Object value, SourceLocation location) {
  /** The value as text. */
  public String text() {
    return value.toString();
  }
}
