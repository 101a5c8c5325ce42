package visibuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.fixture.CountedText;

/**
 * Searches all patterns of the runtime for one whose time grows faster than its text. The texts
 * repeat what the patterns look for. Work is counted in characters read, not in time.
 */
@Tag("slow")
class LinearPatternsTest {
  private static final int LENGTH = 300;

  /** Twice the text may cost twice the work; a quadratic search costs four times as much. */
  private static final double MAX_GROWTH = 2.6;

  private static final List<String> FRAGMENTS =
      List.of(
          "a",
          "0",
          " ",
          "-",
          "=",
          "&",
          "?",
          "#",
          "@",
          ":",
          "/",
          "://",
          "<",
          ">",
          "</",
          "\n",
          "eyJ",
          "eyJ-",
          "eyJa.",
          "bearer ",
          "Basic ",
          "-----",
          "-----BEGIN",
          "http://",
          "https%2F%2F",
          "%3A%2F%2F",
          "Token",
          "<Token",
          "<Signature>",
          "<Code>",
          "aA",
          "__",
          "secret",
          "x=");

  @Test
  void everyPattern_isLinearOnRepetitions() throws Exception {
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(10);
    for (Map.Entry<String, Pattern> each : patterns.entrySet()) {
      for (Repetition text : texts()) {
        long once = work(each.getValue(), text.ofLength(LENGTH));
        long twice = work(each.getValue(), text.ofLength(2 * LENGTH));

        assertThat(twice)
            .as("%s on %s", each.getKey(), text)
            .isLessThan((long) (MAX_GROWTH * once) + LENGTH);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "eyJ[\\w-]+\\., '', eyJ-",
    // One start, after which each repetition may be the end of a name.
    "<(\\w*Token\\w*)>, <, Token"
  })
  void quadraticPattern_isFound(String pattern, String start, String repeated) {
    Pattern quadratic = Pattern.compile(pattern);
    Repetition text = new Repetition(start, repeated);

    assertThat(work(quadratic, text.ofLength(2 * LENGTH)))
        .isGreaterThan((long) (MAX_GROWTH * work(quadratic, text.ofLength(LENGTH))) + LENGTH);
  }

  /** A text that repeats one fragment after another one. */
  private record Repetition(String start, String repeated) {
    String ofLength(int length) {
      return start + repeated.repeat(length / repeated.length());
    }
  }

  private static long work(Pattern pattern, String text) {
    CountedText counted = new CountedText(text);
    Matcher matcher = pattern.matcher(counted);
    long matches = matcher.results().count();
    return counted.reads() + matches;
  }

  /** Returns each fragment and each pair repeated, and each fragment repeated after another one. */
  private static List<Repetition> texts() {
    List<Repetition> texts = new ArrayList<>();
    for (String first : FRAGMENTS) {
      texts.add(new Repetition("", first));
      for (String second : FRAGMENTS) {
        texts.add(new Repetition("", first + second));
        texts.add(new Repetition(first, second));
      }
    }
    return texts;
  }

  private static Map<String, Pattern> patterns() throws ReflectiveOperationException {
    Map<String, Pattern> patterns = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("visibuild")) {
      for (JavaField declared : type.getFields()) {
        if (declared.getRawType().isEquivalentTo(Pattern.class)) {
          Field field = declared.reflect();
          field.setAccessible(true);
          patterns.put(declared.getFullName(), (Pattern) field.get(null));
        }
      }
    }
    return patterns;
  }
}
