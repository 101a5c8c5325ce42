package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.Compiling;

/** Types that a client cannot access, in each position of an interface. */
@Tag("slow")
class InaccessibleTypeTest {
  private static final String OUTER =
      """
      import java.lang.annotation.*;
      class Api extends other.Base {
        private record Hidden(String a) {}
        private enum Mode { ON { }, OFF; public record Inside(String a) {} }
        private static class Group<T> { class Inner { public T t; } }
        static class Open<T> { class Inner { public T t; } }
        @Retention(RetentionPolicy.RUNTIME) private @interface Secret {}
        @Retention(RetentionPolicy.RUNTIME) @interface Marked {
          Mode value() default Mode.ON;
          Class<?>[] types() default {};
          Secret[] nested() default {};
        }
        @Target(ElementType.TYPE_USE) @Retention(RetentionPolicy.RUNTIME) @interface Used {
          Class<?> value();
        }
        interface Crud<T> { @GET("all") List<T> all(); }
        interface Plain<T> { default void with(T t) {} @GET("all") String all(); }
        @VisibuildApi(scope = Scope.READ) interface Inner %s
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ @GET(\"x\") Hidden a(); }",
        "{ @GET(\"x\") CompletableFuture<Optional<Map<String, Hidden[]>>> a(); }",
        "{ @GET(\"x\") Mode.Inside a(); }",
        "{ @GET(\"x\") String a(@Query(\"a\") Mode a); }",
        "{ @GET(\"x\") String a(@Query(\"a\") Mode... a); }",
        "{ @GET(\"x\") String a(@QueryMap Map<String, Mode> a); }",
        "{ @GET(\"x\") String a(@Tag Hidden a); }",
        "{ @SuppressWarnings(\"visibuild:generic-method\") @GET(\"x\") <T extends List<Hidden>> String a(); }",
        "{ @SuppressWarnings(\"visibuild:generic-method\") @GET(\"x\") <T extends Comparable<? super Hidden> & Runnable> String a(); }",
        "{ @SuppressWarnings(\"visibuild:undecodable-response\") @GET(\"x\") Open<Hidden>.Inner a(); }",
        "{ @SuppressWarnings(\"visibuild:undecodable-response\") @GET(\"x\") Group<String>.Inner a(); }",
        "{ @GET(\"x\") List<Guarded> a(); }",
        "{ @GET(\"x\") String a(@Query(\"a\") Level a); }",
        "extends Crud<Hidden> {}",
        "extends Crud<Guarded> {}"
      })
  void inaccessibleTypeOfASignature_isReportedByARule(String rest) {
    assertThat(problems(rest))
        .singleElement()
        .asString()
        .startsWith("[visibuild/inaccessible-type]");
  }

  /** The client leaves out the annotations that it cannot repeat. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ @Marked(Mode.OFF) @GET(\"x\") String a(@Query(\"a\") @Marked(Mode.OFF) String a); }",
        "{ @Marked(types = {String.class, Hidden[].class}) @GET(\"x\") String a(); }",
        "{ @Marked(nested = @Secret) @Secret @GET(\"x\") String a(); }",
        "{ @GET(\"x\") @Used(Hidden.class) String a(@Query(\"a\") List<@Used(Hidden.class) String> a); }",
        "{ @GET(\"x\") String a() throws Failure; }",
        "{ @GET(NAME) String a(@Query(NAME) String a); }",
        "extends Plain<Hidden> {}"
      })
  void inaccessibleTypeElsewhere_doesNotReachTheClient(String rest) {
    assertThat(problems(rest)).isEmpty();
  }

  private static List<String> problems(String rest) {
    Compilation compilation =
        Compiling.compiler()
            .withOptions("--release", "17")
            .withProcessors(new VisibuildProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "other.Base",
                    """
                    package other;
                    public class Base {
                      protected record Guarded(String a) {}
                      protected enum Level { HIGH }
                      protected static class Failure extends Exception { private static final long serialVersionUID = 1; }
                      protected static final String NAME = "n";
                    }
                    """),
                Compiling.source("Api", OUTER.replace("%s", rest)));
    return compilation.diagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
