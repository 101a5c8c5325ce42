package visibuild.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;

/**
 * Refuses {@code null}, and nothing at all, for a component of a record that JSpecify says is not
 * null. An enum may be null all the same: it is, where the value is not known yet. A primitive that
 * is missing is 0 or false, as Java has it.
 */
final class NonNullComponents extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    return annotated instanceof AnnotatedParameter parameter && isNonNull(parameter)
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : JsonSetter.Value.empty();
  }

  private static boolean isNonNull(AnnotatedParameter parameter) {
    Class<?> type = parameter.getDeclaringClass();
    if (!type.isRecord()) {
      return false;
    }
    RecordComponent[] components = type.getRecordComponents();
    if (parameter.getIndex() >= components.length) {
      return false;
    }
    RecordComponent component = components[parameter.getIndex()];
    if (component.getType() != parameter.getRawType()) {
      // A constructor of the program's own.
      return false;
    }
    boolean mayBeNull =
        component.getType().isPrimitive()
            || component.getType().isEnum()
            || component.getGenericType() instanceof TypeVariable<?>
            || Nullness.isNullable(component);
    return !mayBeNull && Nullness.isMarked(type);
  }
}
