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
  void everyPattern_isLinearOnRepeatedFragments() throws Exception {
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(10);
    for (Map.Entry<String, Pattern> each : patterns.entrySet()) {
      for (String text : texts()) {
        long once = work(each.getValue(), text.repeat(LENGTH / text.length()));
        long twice = work(each.getValue(), text.repeat(2 * LENGTH / text.length()));

        assertThat(twice)
            .as("%s on repeated \"%s\"", each.getKey(), text)
            .isLessThan((long) (MAX_GROWTH * once) + LENGTH);
      }
    }
  }

  @Test
  void quadraticPattern_isFound() {
    Pattern quadratic = Pattern.compile("eyJ[\\w-]+\\.");

    assertThat(work(quadratic, "eyJ-".repeat(500)))
        .isGreaterThan((long) (MAX_GROWTH * work(quadratic, "eyJ-".repeat(250))) + LENGTH);
  }

  private static long work(Pattern pattern, String text) {
    CountedText counted = new CountedText(text);
    Matcher matcher = pattern.matcher(counted);
    long matches = matcher.results().count();
    return counted.reads() + matches;
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(FRAGMENTS);
    for (String first : FRAGMENTS) {
      for (String second : FRAGMENTS) {
        texts.add(first + second);
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
