package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads enums into maps and collections that cannot hold {@code null}. Unknown constants, which are
 * read as null, are left out; otherwise a constant that the server adds would break the program.
 */
final class NullFreeContainers extends JsonDeserializer<Object> implements ContextualDeserializer {
  private static final List<Class<?>> COLLECTIONS =
      List.of(
          SortedSet.class,
          ArrayDeque.class,
          PriorityQueue.class,
          ConcurrentLinkedQueue.class,
          ConcurrentLinkedDeque.class,
          BlockingQueue.class);

  private final ValueInstantiator containers;

  /** Reads the same content into a container that holds null; null before the context is known. */
  private final @Nullable JsonDeserializer<?> contents;

  NullFreeContainers(ValueInstantiator containers) {
    this(containers, null);
  }

  private NullFreeContainers(ValueInstantiator containers, @Nullable JsonDeserializer<?> contents) {
    this.containers = containers;
    this.contents = contents;
  }

  /** Returns whether maps of {@code type} refuse null as a key, and can be filled one by one. */
  static boolean isMap(Class<?> type, ValueInstantiator maps) {
    return maps.canCreateUsingDefault()
        && (SortedMap.class.isAssignableFrom(type) || holdsNoNullValue(type));
  }

  /** Returns whether collections of {@code type} refuse null, and can be filled one by one. */
  static boolean isCollection(Class<?> type, ValueInstantiator collections) {
    return collections.canCreateUsingDefault()
        && COLLECTIONS.stream().anyMatch(each -> each.isAssignableFrom(type));
  }

  private static boolean holdsNoNullValue(Class<?> map) {
    return ConcurrentMap.class.isAssignableFrom(map) || Hashtable.class.isAssignableFrom(map);
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    JavaType type = context.getContextualType();
    TypeFactory types = context.getTypeFactory();
    JavaType contentType =
        type.isMapLikeType()
            ? types.constructMapType(LinkedHashMap.class, type.getKeyType(), type.getContentType())
            : types.constructCollectionType(ArrayList.class, type.getContentType());
    return new NullFreeContainers(
        containers, context.findContextualValueDeserializer(contentType, property));
  }

  @Override
  public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    @Nullable Object read = Objects.requireNonNull(contents).deserialize(json, context);
    Object container = containers.createUsingDefault(context);
    if (container instanceof Map<?, ?> map && read instanceof Map<?, ?> entries) {
      fill(map, entries);
    } else if (container instanceof Collection<?> collection
        && read instanceof Collection<?> elements) {
      fill(collection, elements);
    }
    return container;
  }

  @Override
  public Object getEmptyValue(DeserializationContext context) throws JsonMappingException {
    try {
      return containers.createUsingDefault(context);
    } catch (IOException e) {
      throw JsonMappingException.fromUnexpectedIOE(e);
    }
  }

  @SuppressWarnings("unchecked") // Jackson has checked the content.
  private static void fill(Map<?, ?> map, Map<?, ?> entries) {
    entries.forEach(
        (key, value) -> {
          if (value != null || !holdsNoNullValue(map.getClass())) {
            ((Map<Object, Object>) map).put(key, value);
          }
        });
  }

  @SuppressWarnings("unchecked") // Jackson has checked the content.
  private static void fill(Collection<?> collection, Collection<?> elements) {
    elements.stream().filter(Objects::nonNull).forEach(((Collection<Object>) collection)::add);
  }
}
