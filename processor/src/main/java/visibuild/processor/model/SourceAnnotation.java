package visibuild.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * An annotation to repeat in generated source.
 *
 * @param members the members that the user wrote, in their order
 */
public record SourceAnnotation(ClassName type, List<Member> members) {
  /** Makes an annotation of a copy of {@code members}. */
  public SourceAnnotation {
    members = List.copyOf(members);
  }

  /** Returns an annotation without members. */
  public static SourceAnnotation of(ClassName type) {
    return new SourceAnnotation(type, List.of());
  }

  /** Returns an annotation with one member, {@code value}. */
  public static SourceAnnotation of(ClassName type, Value value) {
    return new SourceAnnotation(type, List.of(new Member("value", value)));
  }

  /** A member with its value. */
  public record Member(String name, Value value) {}

  /** The source of a value. */
  public sealed interface Value {
    /** A literal. */
    record Literal(String source) implements Value {}

    /**
     * A class literal or an enum constant.
     *
     * @param suffix the part behind the name of the type: {@code .class}, {@code .READ}
     */
    record OfType(TypeName type, String suffix) implements Value {}

    /** An annotation inside an annotation. */
    record Nested(SourceAnnotation annotation) implements Value {}

    /** The elements of an array, unless it has exactly one. */
    record Elements(List<Value> values) implements Value {
      /** Makes an array of a copy of {@code values}. */
      public Elements {
        values = List.copyOf(values);
      }
    }
  }
}
