package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
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

/** Interfaces that a user may well write, and that ask more of a reader than most. */
@Tag("slow")
class OddNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Tree extends HashMap<String, Tree> { private static final long serialVersionUID = 1; }",
        "class Tree extends HashMap<String, List<Tree[]>> {"
            + " private static final long serialVersionUID = 1; }",
        "class Tree extends HashMap<String, Leaf> { private static final long serialVersionUID = 1; }"
            + " class Leaf extends HashMap<String, Tree> {"
            + " private static final long serialVersionUID = 1; }",
        "interface Tree extends Map<String, Grove<Tree>> {}"
            + " interface Grove<T> extends Map<String, Grove<Grove<T>>> {}"
      })
  void aMapMayHoldItself(String tree) {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("tree") Tree tree();
                  @GET("tree") String filter(@QueryMap Tree filter);
                }
                """
                    + tree));

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .noneMatch(error -> error.startsWith("[visibuild/internal-error]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Number", "Thread", "CharSequence"})
  void aTypeOfThePackageMayHaveANameOfJavaLang(String name) {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "hiding." + name, "package hiding; public final class " + name + " {}"),
            JavaFileObjects.forSourceString(
                "hiding.Api",
                """
                package hiding;
                @visibuild.VisibuildApi(scope = visibuild.Scope.READ)
                interface Api {
                  @retrofit2.http.GET("x") String get(
                      @retrofit2.http.Query("a") java.util.List<java.lang.%s> a);
                }
                """
                    .formatted(name)));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void typeOfASuperInterface_mayHaveTheNameOfATypeOfThePackage() {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString("api.Site", "package api; record Site(String id) {}"),
            Compiling.source("Parent", "interface Parent { record Site(int number) {} }"),
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api extends Parent {
                  record Tower(String id) {}
                  @GET("a") api.Site ofPackage(@Query("tower") String tower);
                  @GET("b") Site ofParent();
                  @GET("c") Map<String, api.Site> all();
                  @GET("d") Paged<Tower> towers();
                }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void nestedType_mayHaveTheNameOfTheClient() {
    Compilation compilation =
        compile(
            Compiling.source(
                "A1",
                """
                @VisibuildApi(scope = Scope.READ) interface A1 {
                  record A1Client(String id) {}
                  @GET("x") A1Client get();
                }
                class Program { A1.A1Client get(ReadAccess access) { return api.A1Client.create(access).get(); } }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u2028", "\\u2029", "\\u0085", "\\n", "\\f", "\\ud800", "$S", "\\\""})
  void character_mayStandInANameOfTheRequest(String character) {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @SuppressWarnings("a%1$s") @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("x") Paged<String> list(@Query("a%1$sb") String a, @Query("%1$s") int b);
                }
                """
                    .formatted(character)));

    assertThat(compilation.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "java, String, java.lang.String",
    "visibuild, ClientCalls, visibuild.call.ClientCalls",
    "visibuild, ReadAccess, visibuild.ReadAccess"
  })
  void nestedTypesThatHideATypeAndItsPackage_areReported(
      String packageName, String type, String name) {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  record %s(int n) {}
                  record %s(int n) {}
                  @GET("x") Paged<Integer> get();
                }
                """
                    .formatted(packageName, type)));

    assertThat(compilation.errors())
        .singleElement()
        .extracting(error -> error.getMessage(Locale.ROOT))
        .isEqualTo(
            """
            [visibuild/inaccessible-type] The client of Api has to name %s, but a type or constant called %s obscures that package.
              Rename the type or constant %s."""
                .formatted(name, packageName, packageName));
  }

  @Test
  void constants_mayHaveTheNamesOfTypesThatTheClientCalls() {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = visibuild.Scope.READ) interface Api {
                  String ClientCalls = "a";
                  String Scope = "b";
                  String calls = "c";
                  @GET("x") Paged<Integer> get();
                }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

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

  @Test
  void jspecify_mayBeMissingFromTheClassPath() {
    Compilation compilation =
        Compiling.compileWithout(
            "jspecify",
            Compiling.source(
                "Api",
                "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") Paged<String> list(); }"));

    assertThat(compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)))
        .noneMatch(message -> !message.startsWith("warnings found"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@NullMarked @VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") String get(); } | ApiClient | @NullMarked",
        "@NullUnmarked @VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") String get(); } | ApiClient | @NullUnmarked",
        "@NullMarked class Api { @VisibuildApi(scope = Scope.READ) interface Inner { @GET(\"x\") String get(); } } | Api_InnerClient | @NullMarked",
        "@NullMarked class Api { @NullUnmarked @VisibuildApi(scope = Scope.READ) interface Inner { @GET(\"x\") String get(); } } | Api_InnerClient | @NullUnmarked"
      })
  void clientIsNullMarked_likeItsInterface(String source, String client, String annotation)
      throws IOException {
    Compilation compilation =
        compile(Compiling.source("Api", "import org.jspecify.annotations.*; " + source));

    assertThat(compilation.errors()).isEmpty();
    assertThat(
            compilation
                .generatedSourceFile("api." + client)
                .orElseThrow()
                .getCharContent(false)
                .toString()
                .lines()
                .filter(line -> line.startsWith("@Null")))
        .containsExactly(annotation);
  }

  @Test
  void nullnessOfAMethod_isRepeatedOnce() {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                import org.jspecify.annotations.*;
                @NullMarked @VisibuildApi(scope = Scope.READ) interface Api {
                  @NullUnmarked @GET("x") String get(@Query("a") @Nullable String a);
                  @NullMarked @Deprecated @GET("y") Paged<@Nullable String> list();
                }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void aParameterMayHaveTheNameOfATypeThatItsClientCalls() {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("x") String get(@Query("a") String ClientCalls);
                  @RequiresScope(visibuild.Scope.READ) @POST("x") String find(@Query("a") String Scope);
                }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void aParameterMayHaveTheNameOfAPackageThatItsClientHasToWriteOut() {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                import static visibuild.Scope.READ;
                @VisibuildApi(scope = READ) interface Api {
                  enum ClientCalls { YES, NO }
                  enum Scope { WIDE }
                  @GET("x") String get(@Query("a") String visibuild, @Query("b") int visibuild2);
                  @GET("y") Paged<String> list(@Query("a") ClientCalls visibuild);
                  @RequiresScope(READ) @POST("z") String find(@Query("a") Scope visibuild);
                }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void aTextMayReadLikeOneThatTheCompilerDoesNotKnow() {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("x") String get(@Query("<error>") String a);
                }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void anInterfaceMayBeStrictfp() {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @SuppressWarnings("strictfp") @VisibuildApi(scope = Scope.READ)
                strictfp interface Api {
                  @GET("x") double get();
                  default double twice() { return 2 * get(); }
                }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void aMethodOfObjectMayHaveAnAnnotatedParameter() {
    Compilation compilation =
        compile(
            marker(),
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("x") String get();
                  @Override boolean equals(@Marked Object other);
                }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void aBodyOfKotlinsIsFoundWhateverTheAnnotationsOfItsParameters() {
    Compilation compilation =
        compile(
            marker(),
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("x") String get();
                  String both(@Marked String a, String b);
                  final class DefaultImpls {
                    public static String both(Api self, String a, @Marked String b) {
                      return self.get() + a + b;
                    }
                  }
                }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void aBodyOfKotlinsMayBeGeneric() {
    Compilation compilation =
        compile(
            Compiling.source(
                "Crud",
                """
                interface Crud<E extends CharSequence> {
                  @GET("x") E get();
                  <T extends Comparable<E> & Runnable, R> List<R> each(T one, List<? extends R> rest);
                  final class DefaultImpls {
                    public static <E extends CharSequence, T extends Comparable<E> & Runnable, R>
                        List<R> each(Crud<E> self, T one, List<? extends R> rest) {
                      return List.copyOf(rest);
                    }
                  }
                }
                """),
            Compiling.source(
                "Api", "@VisibuildApi(scope = Scope.READ) interface Api extends Crud<String> {}"));

    assertThat(compilation.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"p.$1", "elsewhere", "A.B"})
  void package_mayHaveAnOddName(String name) {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                name + ".Site", "package " + name + "; public record Site(String id) {}"),
            JavaFileObjects.forSourceString(
                name + ".Api$1",
                """
                package %1$s;
                @visibuild.VisibuildApi(scope = visibuild.Scope.READ) public interface Api$1 {
                  record Site(int id) {}
                  @retrofit2.http.GET("x") Site a(@retrofit2.http.Query("q") String $1);
                  @retrofit2.http.GET("y") visibuild.Paged<%1$s.Site> b();
                }
                """
                    .formatted(name)));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void typeVariable_mayHaveTheNameOfATypeThatTheClientNames() {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @SuppressWarnings("visibuild:generic-method") @VisibuildApi(scope = Scope.READ)
                interface Api {
                  @GET("a") <Override, ClientCalls, Call, Calls> Paged<String> a();
                  @java.lang.Deprecated @GET("b") <Deprecated, Api, Query> int b(
                      @retrofit2.http.Query("q") int q);
                }
                """));

    assertThat(compilation.errors()).isEmpty();
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

  @ParameterizedTest
  @ValueSource(strings = {"default Object clone() { return this; }", "default void finalize() {}"})
  void defaultMethodThatObjectTakesPrecedenceOver_isReported(String method) {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                "@SuppressWarnings(\"removal\") @VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") String get(); "
                    + method
                    + " }"));

    assertThat(compilation.errors())
        .singleElement()
        .extracting(error -> error.getMessage(Locale.ROOT))
        .asString()
        .startsWith("[visibuild/factory-clash] Api has a default method ");
  }

  @Test
  void warningSuppressedAroundTheInterface_isSuppressedInTheClient() {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "api.Old", "package api; @Deprecated public class Old { public String a; }"),
            JavaFileObjects.forSourceString(
                "api.Crud",
                """
                package api;
                @SuppressWarnings({"rawtypes", "visibuild:raw-response"}) interface Crud {
                  @retrofit2.http.GET("z") java.util.List all();
                }
                """),
            Compiling.source(
                "Outer",
                """
                @SuppressWarnings("deprecation") class Outer {
                  @VisibuildApi(scope = Scope.READ) interface Api extends Crud {
                    @GET("x") Old old();
                    @GET("y") Paged<Old> list();
                  }
                }
                """));

    assertThat(compilation.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Deprecated", "@Deprecated(forRemoval = true)"})
  void deprecatedTypeInsideTheInterface_causesNoWarningInTheClient(String annotation) {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("x") Old old(@Query("kind") Kind kind);
                  @GET("y") CompletableFuture<List<Old>> list();
                  @GET("z") Paged<Old> pages(@QueryMap Map<String, Kind> kinds);
                  @GET("u") Around.Inner inside();
                  @SuppressWarnings("visibuild:generic-method") @GET("v") <T extends Old> String bound();
                  %1$s class Around { record Inner(String id) {} }
                  %1$s record Old(String id) {}
                  %1$s enum Kind { ONE }
                }
                """
                    .formatted(annotation)));

    assertThat(compilation.diagnostics()).isEmpty();
  }

  @Test
  void deprecatedMethodWithADeprecatedType_suppressesNoWarning() throws IOException {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @Deprecated @GET("x") Old old();
                  @Deprecated record Old(String id) {}
                }
                """));

    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(
            compilation
                .generatedSourceFile("api.ApiClient")
                .orElseThrow()
                .getCharContent(false)
                .toString())
        .doesNotContain("@SuppressWarnings");
  }

  private static JavaFileObject marker() {
    return JavaFileObjects.forSourceString(
        "api.Marked",
        "package api; import java.lang.annotation.*;"
            + " @Target(ElementType.TYPE_USE) @interface Marked {}");
  }

  private static Compilation compile(JavaFileObject... sources) {
    return Compiling.compile(List.of(sources));
  }
}
