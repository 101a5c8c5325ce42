package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;

/** Interfaces near the limits of a class file: parameters of a method, and bytes of a constant. */
@Tag("slow")
class ClassFileLimitsTest {
  @ParameterizedTest
  @CsvSource({
    "252, int, ''",
    "126, long, ''",
    "253, int, too many parameters",
    "127, double, too many parameters"
  })
  void pagedMethod_mayHaveAsManyParametersAsItsClientCanTake(
      int count, String type, String problem) {
    String parameters =
        IntStream.range(0, count)
            .mapToObj(i -> "@Query(\"q" + i + "\") " + type + " p" + i)
            .collect(Collectors.joining(", "));
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") Paged<String> list("
                    + parameters
                    + "); }"));

    if (problem.isEmpty()) {
      assertThat(compilation.errors()).isEmpty();
    } else {
      assertThat(compilation.errors())
          .singleElement()
          .extracting(error -> error.getMessage(Locale.ROOT))
          .asString()
          .startsWith("[visibuild/unsupported-response] Api.list has " + problem);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Query(\"%s\") String a", "@Header(\"A\") @Named(\"%s\") String a"})
  void text_mayBeLong(String parameter) {
    String text = "\\\\".repeat(30_000);
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "api.Named",
                "package api; import java.lang.annotation.*;"
                    + " @Retention(RetentionPolicy.RUNTIME) @interface Named { String value(); }"),
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = visibuild.Scope.READ, path = "%s/") interface Api {
                  String visibuild = "a";
                  @Headers("Content-Type: text/plain%s") @GET("x") String get(%s);
                }
                """
                    .formatted(
                        "p".repeat(30_000), "; a=b".repeat(10_000), parameter.formatted(text))));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void pathTooLongForAConstant_isReported() {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                "@VisibuildApi(scope = Scope.READ, path = \"%s/\") interface Api { @GET(\"%s\") String get(); }"
                    .formatted("p".repeat(40_000), "x".repeat(40_000))));

    assertThat(compilation.errors())
        .singleElement()
        .extracting(error -> error.getMessage(Locale.ROOT))
        .isEqualTo(
            """
            [visibuild/path-spelling] The path of Api.get has 80001 bytes with the path of Api in front of it, but a constant has at most 65535.
              Shorten it.""");
  }

  private static Compilation compile(JavaFileObject... sources) {
    return Compiling.compile(List.of(sources));
  }
}
