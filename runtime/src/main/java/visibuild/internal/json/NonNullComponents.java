package visibuild.internal.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * Refuses null and missing values for primitives, and for record components that JSpecify's
 * annotations declare non-null, including the content of lists, arrays and maps at each depth. An
 * enum may be null, since an unknown value is read as null. A missing value is detected for
 * constructor and factory parameters, not for fields and setters.
 */
final class NonNullComponents extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    @Nullable RecordComponent component = component(annotated);
    if (component == null) {
      return isPrimitive(annotated)
          ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
          : JsonSetter.Value.empty();
    }
    if (isIgnored(component)) {
      return JsonSetter.Value.empty();
    }
    boolean marked = isMarked(component);
    return JsonSetter.Value.construct(
        isPrimitive(annotated) || (marked && !mayBeNull(component)) ? Nulls.FAIL : Nulls.DEFAULT,
        marked ? ContentTypes.nulls(component.getAnnotatedType()) : Nulls.DEFAULT);
  }

  @Override
  public @Nullable Object findContentDeserializer(Annotated annotated) {
    @Nullable RecordComponent component = component(annotated);
    return component == null || !isMarked(component)
        ? null
        : ContentNullHandling.in(component.getAnnotatedType());
  }

  private static @Nullable RecordComponent component(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter)) {
      return null;
    }
    Class<?> type = parameter.getDeclaringClass();
    RecordComponent[] components = type.getRecordComponents();
    if (components == null || parameter.getIndex() >= components.length) {
      return null;
    }
    RecordComponent component = components[parameter.getIndex()];
    // Else a constructor of the program's own.
    return component.getType() == parameter.getRawType() ? component : null;
  }

  /** Returns whether a primitive is read into this member. The type of a getter does not matter. */
  private static boolean isPrimitive(Annotated annotated) {
    if (annotated instanceof AnnotatedMethod method) {
      return method.getParameterCount() == 1 && method.getRawParameterType(0).isPrimitive();
    }
    return annotated instanceof AnnotatedMember && annotated.getRawType().isPrimitive();
  }

  private static boolean isMarked(RecordComponent component) {
    return NullAnnotations.isMarked(component.getDeclaringRecord());
  }

  /** Returns whether the component is never read, so that it is always missing. */
  private static boolean isIgnored(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonIgnore.class);
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getType().isEnum()
        || component.getGenericType() instanceof TypeVariable<?>
        || NullAnnotations.isNullable(component);
  }
}
