package visibuild.cli.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON objects with a record: unknown, missing and mistyped members. Collects their shape.
 */
final class RecordCheck {
  private final Class<?> type;
  private final Shape shape;
  private final Set<String> differences;

  /**
   * Creates a check.
   *
   * @param shape receives the shape of the records
   * @param differences receives a sentence for each difference
   */
  RecordCheck(Class<?> type, Shape shape, Set<String> differences) {
    this.type = type;
    this.shape = shape;
    this.differences = differences;
  }

  /** Compares one record. */
  void compare(JsonNode json, NameMask mask) {
    value(Shape.ROOT, json, type, mask);
  }

  /** Reports the members that none of the compared records had. */
  void finish() {
    reportMissing(Shape.ROOT, type);
  }

  /** Returns the components of a record by the names of their JSON members. */
  static Map<String, RecordComponent> components(Class<?> record) {
    Map<String, RecordComponent> components = new LinkedHashMap<>();
    for (RecordComponent component : record.getRecordComponents()) {
      JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
      boolean isNamed = property != null && !property.value().isEmpty();
      components.put(isNamed ? property.value() : component.getName(), component);
    }
    return components;
  }

  private void value(String path, JsonNode json, Type expected, NameMask mask) {
    if (expected instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw) {
      Type[] arguments = generic.getActualTypeArguments();
      Type content = arguments[arguments.length - 1];
      if (Collection.class.isAssignableFrom(raw)) {
        elements(path, json, content, mask);
        return;
      }
      if (Map.class.isAssignableFrom(raw)) {
        entries(path, json, content, mask);
        return;
      }
    }
    if (expected instanceof Class<?> record && record.isRecord()) {
      object(path, json, record, mask);
      return;
    }
    if (expected instanceof Class<?> scalar && ScalarCheck.supports(scalar)) {
      shape.add(path, json);
      ScalarCheck.compare(path, json, scalar, shape, differences);
      return;
    }
    shape.addAll(path, json, mask);
  }

  private void object(String path, JsonNode json, Class<?> record, NameMask mask) {
    shape.add(path, json);
    if (!json.isObject()) {
      differences.add(mistyped(path, json, "an object"));
      return;
    }
    Map<String, RecordComponent> components = components(record);
    long known =
        json.properties().stream().filter(it -> components.containsKey(it.getKey())).count();
    boolean isClearlyTheRecord = known * 2 >= components.size();
    json.properties()
        .forEach(
            member -> {
              RecordComponent component = components.get(member.getKey());
              if (component == null) {
                String name = member.getKey();
                unknown(
                    Shape.child(
                        path, isClearlyTheRecord ? mask.memberOfRecord(name) : mask.member(name)),
                    member.getValue(),
                    record,
                    mask);
              } else {
                known(Shape.child(path, member.getKey()), member.getValue(), component, mask);
              }
            });
  }

  private void unknown(String path, JsonNode json, Class<?> record, NameMask mask) {
    differences.add(path + " is no member of " + record.getSimpleName());
    shape.addAll(path, json, mask);
  }

  private void known(String path, JsonNode json, RecordComponent component, NameMask mask) {
    if (!json.isNull()) {
      value(path, json, component.getGenericType(), mask);
      return;
    }
    shape.add(path, json);
    if (!mayBeNull(component)) {
      differences.add(path + " is null, which the record does not permit");
    }
  }

  private void elements(String path, JsonNode json, Type content, NameMask mask) {
    shape.add(path, json);
    if (!json.isArray()) {
      differences.add(mistyped(path, json, "an array"));
      return;
    }
    json.forEach(element -> value(path + "[]", element, content, mask));
  }

  /** The keys of a map are data. */
  private void entries(String path, JsonNode json, Type content, NameMask mask) {
    shape.add(path, json);
    if (!json.isObject()) {
      differences.add(mistyped(path, json, "an object"));
      return;
    }
    json.forEach(each -> value(Shape.child(path, NameMask.MASKED), each, content, mask));
  }

  private void reportMissing(String path, Class<?> record) {
    if (!shape.hasObject(path)) {
      return;
    }
    components(record)
        .forEach(
            (name, component) -> {
              String member = Shape.child(path, name);
              if (!shape.has(member)) {
                if (!isWriteOnly(component)) {
                  differences.add(member + " is missing");
                }
              } else if (content(component.getGenericType()) instanceof Class<?> nested
                  && nested.isRecord()) {
                reportMissing(nested == component.getType() ? member : member + "[]", nested);
              }
            });
  }

  /** Returns the type of the elements of a collection; another type unchanged. */
  static Type content(Type type) {
    return type instanceof ParameterizedType generic
            && generic.getRawType() instanceof Class<?> raw
            && Collection.class.isAssignableFrom(raw)
        ? generic.getActualTypeArguments()[0]
        : type;
  }

  static String mistyped(String path, JsonNode json, String expected) {
    return path + " is of type " + Shape.type(json) + "; expected " + expected;
  }

  /** A member that only the response to a write has, such as the secret of a new webhook. */
  private static boolean isWriteOnly(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property != null && property.access() == JsonProperty.Access.WRITE_ONLY;
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        || Arrays.stream(component.getAccessor().getAnnotations())
            .map(Annotation::annotationType)
            .map(annotation -> annotation.getAnnotation(JsonSetter.class))
            .anyMatch(setter -> setter != null && setter.nulls() == Nulls.AS_EMPTY);
  }
}
