package visibuild.internal.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** The mapper's settings: what the server may add later never breaks a program. */
public final class ObjectMappers {
  /** Jackson's default of 1,000 may exceed the stack where records contain themselves. */
  private static final int MAX_NESTING_DEPTH = 200;

  private ObjectMappers() {}

  /** Returns a copy of {@code mapper} that reads snake_case too. */
  public static ObjectMapper readingSnakeCase(ObjectMapper mapper) {
    return SnakeCase.read(mapper);
  }

  /** Returns a new mapper. */
  public static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING_DEPTH).build())
                    .build())
            .addModule(new JavaTimeModule())
            .addModule(DeserializerAdjustments.module())
            // Jackson's annotations come first.
            .annotationIntrospector(
                AnnotationIntrospector.pair(
                    new JacksonAnnotationIntrospector(), new NonNullComponents()))
            // A value that would be changed or dropped silently is refused: 1.9 for an int, or a
            // member that occurs twice.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            // With the coercion below, neither a number nor a text of digits is the position of a
            // constant.
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .addHandler(new UnknownEnumKeys())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            // What a request does not say is left out: null would ask the server to clear it.
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
            .build();
    mapper
        .coercionConfigFor(LogicalType.Enum)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.AsNull);
    // The 30th of February is no date.
    mapper.configOverride(Date.class).setFormat(JsonFormat.Value.forLeniency(false));
    mapper.configOverride(Calendar.class).setFormat(JsonFormat.Value.forLeniency(false));
    // An empty text is no number, and a number is neither a truth value nor a character.
    refuseEmptyText(mapper.coercionConfigFor(LogicalType.Integer));
    refuseEmptyText(mapper.coercionConfigFor(LogicalType.Float));
    refuseEmptyTextAndNumbers(mapper.coercionConfigFor(LogicalType.Boolean));
    refuseEmptyTextAndNumbers(mapper.coercionConfigFor(char.class));
    refuseEmptyTextAndNumbers(mapper.coercionConfigFor(Character.class));
    return mapper;
  }

  /** Reads an unknown key as null where a {@code @JsonCreator} method of the enum refuses it. */
  private static final class UnknownEnumKeys extends DeserializationProblemHandler {
    @Override
    public @Nullable Object handleWeirdKey(
        DeserializationContext context, Class<?> type, String key, String failure) {
      return type.isEnum() ? null : NOT_HANDLED;
    }
  }

  private static void refuseEmptyText(MutableCoercionConfig config) {
    config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
  }

  private static void refuseEmptyTextAndNumbers(MutableCoercionConfig config) {
    refuseEmptyText(config);
    config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
  }
}
