package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyMetadata;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.lang.reflect.AnnotatedType;
import org.jspecify.annotations.Nullable;

/**
 * A placeholder for the deserializer of a list, array or map within another one, until Jackson
 * knows the property. Jackson would treat {@code null} at each depth as at the first. This class
 * creates a deserializer that follows the annotations of the type at its own depth.
 */
final class ContentNullHandling extends JsonDeserializer<Object> implements ContextualDeserializer {
  private final AnnotatedType whole;

  private ContentNullHandling(AnnotatedType whole) {
    this.whole = whole;
  }

  /** Returns the handling for the content of {@code whole}; null unless that is a container too. */
  static @Nullable ContentNullHandling in(AnnotatedType whole) {
    @Nullable AnnotatedType element = ContentTypes.of(whole);
    return element == null || ContentTypes.of(element) == null
        ? null
        : new ContentNullHandling(element);
  }

  @Override
  public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
      throws JsonMappingException {
    JavaType type = context.getContextualType();
    @Nullable ContentNullHandling deeper = in(whole);
    PropertyMetadata metadata = property.getMetadata();
    return context.findContextualValueDeserializer(
        deeper == null ? type : type.withContentValueHandler(deeper),
        new BeanProperty.Std(
            property.getFullName(),
            property.getType(),
            property.getWrapperName(),
            property.getMember(),
            metadata.withNulls(metadata.getValueNulls(), ContentTypes.nulls(whole))));
  }

  @Override
  public Object deserialize(JsonParser json, DeserializationContext context) {
    throw new IllegalStateException("This deserializer was not asked for its property.");
  }
}
