package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;

/**
 * Names that hide a type or package that the client names, or that need an escape in its source.
 */
@Tag("slow")
class OddNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"Number", "Thread", "CharSequence"})
  void typeOfThePackage_mayHaveANameOfJavaLang(String name) {
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

  @Test
  void parameter_mayHaveTheNameOfATypeThatTheClientCalls() {
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
  void parameter_mayHaveTheNameOfAPackageThatTheClientNames() {
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

  @Test
  void text_mayReadLikeATypeThatJavacCannotResolve() {
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

  private static Compilation compile(JavaFileObject... sources) {
    return Compiling.compile(List.of(sources));
  }
}
