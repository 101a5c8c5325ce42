package visibuild.internal.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import visibuild.DecodingException;

/**
 * Makes the exceptions for responses that cannot be decoded. Jackson's messages repeat what the
 * server wrote, which may be a secret. So these messages name the place and the type instead, and
 * Jackson's exception is not their cause.
 */
public final class DecodingErrors {
  private static final String BEYOND_LIMITS =
      "it is nested too deeply, or a name, text or number in it is too long";

  private DecodingErrors() {}

  static DecodingException json(JsonProcessingException failure) {
    String origin = "";
    if (isStart("Unexpected character ('<'", failure)) {
      origin =
          " It begins like HTML: a proxy or login page in between seems to have responded, not"
              + " Visibuild. Check the base URL, the network and its proxy.";
    } else if (isStart("Illegal character ((CTRL-CHAR, code 31))", failure)) {
      origin =
          " It begins like gzip data that was not decompressed. Do not set Accept-Encoding, which"
              + " the client does itself, and check for a proxy in between.";
    }
    return new DecodingException(
        "The response cannot be read: %s%s.%s"
            .formatted(reason(failure), location(failure.getLocation()), origin),
        null);
  }

  private static String reason(JsonProcessingException failure) {
    if (failure instanceof StreamConstraintsException) {
      return BEYOND_LIMITS;
    }
    return isDuplicate(failure) ? "a member occurs twice" : "it is not valid JSON";
  }

  /** Returns the exception for bytes that are no text in any encoding of JSON. */
  static DecodingException encoding() {
    return new DecodingException("The response cannot be read: its text is not UTF-8.", null);
  }

  /** Returns whether the document itself begins with the character that {@code problem} names. */
  private static boolean isStart(String problem, JsonProcessingException failure) {
    return String.valueOf(failure.getOriginalMessage()).startsWith(problem)
        && failure.getProcessor() instanceof JsonParser json
        && json.getParsingContext().inRoot();
  }

  /**
   * Returns the exception for a value that does not fit the program's type.
   *
   * @param place the JSON path of the value
   */
  public static DecodingException value(String place, JsonMappingException failure) {
    String path = JsonPaths.of(place, failure);
    return new DecodingException(
        path + ": " + reason(failure) + location(failure.getLocation()) + ".",
        path,
        null,
        cause(failure));
  }

  private static String reason(JsonMappingException failure) {
    if (failure instanceof InvalidNullException missing) {
      return "it is null or missing; " + remedy(missing.getTargetType()) + " if it may be";
    }
    if (failure instanceof ValueInstantiationException refused) {
      return "the constructor of " + name(refused.getType().getRawClass()) + " refused it";
    }
    if (failure instanceof InvalidDefinitionException type && type.getType() != null) {
      Class<?> raw = type.getType().getRawClass();
      return "no value of " + name(raw) + " can be made from JSON" + TypeAdvice.of(raw);
    }
    if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "what stands there is no "
          + name(mismatch.getTargetType())
          + TypeAdvice.forValue(mismatch.getTargetType());
    }
    if (failure.getCause() instanceof InputCoercionException range) {
      return "what stands there is no " + name(range.getTargetType());
    }
    if (failure.getCause() instanceof StreamConstraintsException) {
      return BEYOND_LIMITS;
    }
    if (failure.getCause() instanceof JsonProcessingException cause && isDuplicate(cause)) {
      return "a member occurs twice";
    }
    return "it cannot be read";
  }

  /** Jackson has no exception type for it. */
  private static boolean isDuplicate(JsonProcessingException failure) {
    return String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate field");
  }

  private static String remedy(@Nullable Class<?> type) {
    if (type == null || !type.isPrimitive()) {
      return "mark it @Nullable in the record";
    }
    Class<?> boxed = MethodType.methodType(type).wrap().returnType();
    return "make it a @Nullable %s, and not %s,".formatted(name(boxed), name(type));
  }

  /** Returns the exception that a constructor or setter of the program threw; null if none did. */
  private static @Nullable Throwable cause(JsonMappingException failure) {
    if (failure.getCause() instanceof JacksonException || isMismatch(failure)) {
      return null;
    }
    return failure.getCause();
  }

  private static boolean isMismatch(JsonMappingException failure) {
    return failure instanceof MismatchedInputException
        && !(failure instanceof ValueInstantiationException);
  }

  private static String name(Class<?> type) {
    return type.getSimpleName();
  }

  private static String location(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 0
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }
}
