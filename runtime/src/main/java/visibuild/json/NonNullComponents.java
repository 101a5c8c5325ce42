package visibuild.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * Refuses {@code null}, and nothing at all, for a component of a record that JSpecify says is not
 * null, and {@code null} among the elements of its list, array or map. An enum may be null all the
 * same: it is, where the value is not known yet. A primitive that is missing is 0 or false, as Java
 * has it.
 */
final class NonNullComponents extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter)) {
      return JsonSetter.Value.empty();
    }
    @Nullable RecordComponent component = component(parameter);
    if (component == null || !Nullness.isMarked(component.getDeclaringRecord())) {
      return JsonSetter.Value.empty();
    }
    Nulls elements = Elements.mayBeNull(component) ? Nulls.DEFAULT : Nulls.FAIL;
    return JsonSetter.Value.construct(mayBeNull(component) ? Nulls.DEFAULT : Nulls.FAIL, elements);
  }

  private static @Nullable RecordComponent component(AnnotatedParameter parameter) {
    Class<?> type = parameter.getDeclaringClass();
    if (!type.isRecord() || parameter.getIndex() >= type.getRecordComponents().length) {
      return null;
    }
    RecordComponent component = type.getRecordComponents()[parameter.getIndex()];
    // Else a constructor of the program's own.
    return component.getType() == parameter.getRawType() ? component : null;
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getType().isPrimitive()
        || component.getType().isEnum()
        || component.getGenericType() instanceof TypeVariable<?>
        || Nullness.isNullable(component);
  }
}
