package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names and types of JSON values of one kind, merged: a path such as {@code visis[].dueDate}
 * leads to all types and formats that were seen there. The path of the value itself is {@code $}.
 * Not safe for use by several threads.
 */
final class Shape {
  static final String ROOT = "$";

  /** Deeper values are ignored. */
  private static final int MAX_DEPTH = 16;

  private final Map<String, Member> members = new TreeMap<>();

  /** The types and formats of a member. */
  static final class Member {
    private final Set<String> types = new TreeSet<>();
    private final Set<String> formats = new TreeSet<>();
    private int count;

    Set<String> types() {
      return types;
    }

    Set<String> formats() {
      return formats;
    }

    int count() {
      return count;
    }
  }

  Map<String, Member> members() {
    return members;
  }

  boolean has(String path) {
    return members.containsKey(path);
  }

  /** Returns whether an object was seen at {@code path}. */
  boolean hasObject(String path) {
    Member member = members.get(path);
    return member != null && member.types.contains("object");
  }

  /** Adds a value without its content. */
  void add(String path, JsonNode value) {
    Member member = members.computeIfAbsent(path, key -> new Member());
    member.count++;
    member.types.add(type(value));
  }

  /** Adds the format of the text at {@code path}. */
  void addFormat(String path, String format) {
    members.computeIfAbsent(path, key -> new Member()).formats.add(format);
  }

  /** Adds a value of unknown type with all that it contains. */
  void addAll(String path, JsonNode value, NameMask mask) {
    addAll(path, value, mask, 0);
  }

  private void addAll(String path, JsonNode value, NameMask mask, int depth) {
    add(path, value);
    if (value.isTextual()) {
      addFormat(path, TextFormat.of(value.asText()));
    }
    if (depth == MAX_DEPTH) {
      return;
    }
    value
        .properties()
        .forEach(
            member ->
                addAll(
                    child(path, mask.member(member.getKey())), member.getValue(), mask, depth + 1));
    if (value.isArray()) {
      value.forEach(element -> addAll(path + "[]", element, mask, depth + 1));
    }
  }

  /** Returns the path of a member of the object at {@code path}. */
  static String child(String path, String name) {
    return path.equals(ROOT) ? name : path + "." + name;
  }

  /** Returns {@code integer} for a number without a fraction, else the JSON type. */
  static String type(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
