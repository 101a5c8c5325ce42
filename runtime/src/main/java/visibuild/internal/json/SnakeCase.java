package visibuild.internal.json;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code due_date} into a record's {@code dueDate}, as older responses of Visibuild have it.
 * Requests are written in camelCase.
 */
final class SnakeCase extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  /** Returns a copy of {@code mapper} that reads snake_case too. */
  static ObjectMapper read(ObjectMapper mapper) {
    ObjectMapper copy = mapper.copy();
    // Behind the others, because the program's own annotations come first.
    AnnotationIntrospector reading =
        AnnotationIntrospector.pair(
            copy.getDeserializationConfig().getAnnotationIntrospector(), new SnakeCase());
    return copy.setAnnotationIntrospectors(
        copy.getSerializationConfig().getAnnotationIntrospector(), reading);
  }

  /** Returns a name in snake_case. */
  static String of(String name) {
    return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(name);
  }

  @Override
  public List<PropertyName> findPropertyAliases(Annotated annotated) {
    @Nullable String name = name(annotated);
    if (name == null) {
      return List.of();
    }
    String alias = of(name);
    return alias.equals(name) ? List.of() : List.of(PropertyName.construct(alias));
  }

  private static @Nullable String name(Annotated annotated) {
    if (annotated instanceof AnnotatedField field) {
      return field.getName();
    }
    if (annotated instanceof AnnotatedParameter parameter
        && parameter.getDeclaringClass().isRecord()
        && parameter.getIndex() < parameter.getDeclaringClass().getRecordComponents().length) {
      return parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()].getName();
    }
    return null;
  }
}
