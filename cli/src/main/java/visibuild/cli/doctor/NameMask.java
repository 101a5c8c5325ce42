package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hides names of JSON members that may be data, such as the keys of a map by user.
 *
 * <p>A name is shown if each of its words is part of the API's vocabulary: the members of the known
 * records and the paths of the endpoints. A name in an object that is clearly a known record is
 * also shown if it is a plain word in camelCase or snake_case. A name that is also a value of the
 * same response is always hidden.
 */
final class NameMask {
  static final String MASKED = "<masked>";

  private static final int MAX_LENGTH = 40;
  private static final Pattern PLAIN =
      Pattern.compile("[a-z]+([A-Z][a-z]*)*[0-9]?|[a-z]+(_[a-z]+)*");
  private static final Pattern WORD_BREAK = Pattern.compile("(?<=[a-z])(?=[A-Z])|[_-]");

  /** Words of envelopes and errors that no record has. */
  private static final List<String> COMMON =
      List.of(
          "data",
          "pagination",
          "page",
          "size",
          "next",
          "previous",
          "has",
          "error",
          "errors",
          "message",
          "messages",
          "description",
          "code",
          "detail",
          "details",
          "status",
          "title",
          "field",
          "reason",
          "documentation",
          "url",
          "type",
          "request",
          "timestamp",
          "path",
          "parameter",
          "count",
          "total",
          "key",
          "access",
          "token",
          "expires",
          "in",
          "scope");

  private final Set<String> vocabulary;
  private final Set<String> values;

  private NameMask(Set<String> vocabulary, Set<String> values) {
    this.vocabulary = vocabulary;
    this.values = values;
  }

  /** Returns a mask with the words of {@code names} and the common ones as vocabulary. */
  static NameMask of(Stream<String> names) {
    Set<String> words = new HashSet<>(COMMON);
    names.forEach(name -> words.addAll(words(name)));
    return new NameMask(Set.copyOf(words), Set.of());
  }

  /** Returns a mask that also hides the texts of {@code response}. */
  NameMask hidingValuesOf(@Nullable JsonNode response) {
    Set<String> texts = new HashSet<>();
    if (response != null) {
      collectTexts(response, texts);
    }
    return new NameMask(vocabulary, texts);
  }

  /** Returns the name of a member in an object of unknown type. */
  String member(String name) {
    return isPlain(name) && vocabulary.containsAll(words(name)) ? name : MASKED;
  }

  /** Returns the name of an unknown member in an object that is clearly a known record. */
  String memberOfRecord(String name) {
    return isPlain(name) ? name : MASKED;
  }

  private boolean isPlain(String name) {
    return name.length() <= MAX_LENGTH
        && PLAIN.matcher(name).matches()
        && !values.contains(name.toLowerCase(Locale.ROOT));
  }

  private static List<String> words(String name) {
    return Arrays.stream(WORD_BREAK.split(name))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static void collectTexts(JsonNode value, Set<String> texts) {
    if (value.isTextual()) {
      texts.add(value.asText().toLowerCase(Locale.ROOT));
    }
    value.forEach(child -> collectTexts(child, texts));
  }
}
