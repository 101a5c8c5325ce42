package visibuild.policy.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of an object, asked for by key. {@link #rejectUnknown} refuses each key that was
 * never asked for, so a misspelt key is no silent gap.
 */
public final class StrictObjectReader {
  private final Json.JsonObject object;
  private final Set<String> known = new LinkedHashSet<>();

  private StrictObjectReader(Json.JsonObject object) {
    this.object = object;
  }

  /** The keys of {@code value}, which must be an object; {@code what} names it in a message. */
  public static StrictObjectReader of(Json value, String what) throws MalformedJsonException {
    if (value instanceof Json.JsonObject object) {
      return new StrictObjectReader(object);
    }
    throw new MalformedJsonException(
        value.line(), what + " is " + value.kind() + " and should be an object, { ... }");
  }

  /** The line of the object. */
  public int line() {
    return object.line();
  }

  /** The line of the value of {@code key}, or else of the object. */
  public int line(String key) {
    Json value = object.values().get(key);
    return value == null ? line() : value.line();
  }

  /** The value of {@code key}, if it is there. */
  public Optional<Json> find(String key) {
    known.add(key);
    return Optional.ofNullable(object.values().get(key));
  }

  /** The value of {@code key}, which must be there. */
  public Json get(String key) throws MalformedJsonException {
    Optional<Json> value = find(key);
    if (value.isEmpty()) {
      throw new MalformedJsonException(line(), "\"" + key + "\" is missing");
    }
    return value.get();
  }

  /** The text under {@code key}, which must be there and not blank. */
  public String text(String key) throws MalformedJsonException {
    return text(get(key), "\"" + key + "\"");
  }

  /** The text under {@code key}, not blank if it is there. */
  public Optional<String> findText(String key) throws MalformedJsonException {
    Optional<Json> value = find(key);
    return value.isEmpty() ? Optional.empty() : Optional.of(text(value.get(), "\"" + key + "\""));
  }

  /** The whole number under {@code key}, which must be there and at least 1. */
  public int count(String key) throws MalformedJsonException {
    long count = longCount(key);
    if (count <= Integer.MAX_VALUE) {
      return (int) count;
    }
    throw noCount(key, get(key));
  }

  /** The whole number under {@code key}, which must be there and at least 1. */
  public long longCount(String key) throws MalformedJsonException {
    Json value = get(key);
    if (value instanceof Json.JsonInt whole && whole.value() >= 1) {
      return whole.value();
    }
    throw noCount(key, value);
  }

  private static MalformedJsonException noCount(String key, Json value) {
    return new MalformedJsonException(
        value.line(),
        "\"" + key + "\" is " + value.kind() + " and should be a whole number from 1 on");
  }

  /** The constant of {@code type} named under {@code key}, which must be there. */
  public <E extends Enum<E>> E constant(String key, Class<E> type) throws MalformedJsonException {
    String name = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new MalformedJsonException(
        line(key),
        "\"%s\" should be one of %s".formatted(key, Arrays.toString(type.getEnumConstants())));
  }

  /** The values of the array under {@code key}, which must be there. */
  public List<Json> items(String key) throws MalformedJsonException {
    Json value = get(key);
    if (value instanceof Json.JsonArray items) {
      return items.values();
    }
    throw new MalformedJsonException(
        value.line(), "\"" + key + "\" is " + value.kind() + " and should be an array, [ ... ]");
  }

  /** The texts of the array under {@code key}, which must be there. */
  public List<String> texts(String key) throws MalformedJsonException {
    List<String> texts = new ArrayList<>();
    for (Json item : items(key)) {
      texts.add(text(item, "an entry of \"" + key + "\""));
    }
    return texts;
  }

  /** The texts of the array under {@code key}; none if it is not there. */
  public List<String> findTexts(String key) throws MalformedJsonException {
    return find(key).isPresent() ? texts(key) : List.of();
  }

  /** Refuses the keys that were not asked for. */
  public void rejectUnknown() throws MalformedJsonException {
    for (var member : object.values().entrySet()) {
      if (!known.contains(member.getKey())) {
        throw new MalformedJsonException(
            member.getValue().line(),
            "the key \""
                + member.getKey()
                + "\" is unknown; known are "
                + String.join(", ", known));
      }
    }
  }

  /** The text that {@code value} is; {@code what} names it in a message. */
  public static String text(Json value, String what) throws MalformedJsonException {
    if (value instanceof Json.JsonString text && !Json.isBlank(text.value())) {
      return text.value();
    }
    throw new MalformedJsonException(
        value.line(), what + " is " + value.kind() + " and should be a text that is not blank");
  }

  /** The text that {@code value} is, which may be empty. */
  public static String emptyOrText(Json value, String what) throws MalformedJsonException {
    return value instanceof Json.JsonString text && text.value().isEmpty() ? "" : text(value, what);
  }
}
