package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;

/** Members of an interface with the names that its client uses: it compiles, or a rule says why. */
@Tag("slow")
class ClientNameClashTest {
  private static final String READ = "@VisibuildApi(scope = visibuild.Scope.READ) interface Api ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ default Api create(ReadAccess access) { return this; } @GET(\"x\") String get(); }",
        "{ default void create(ReadAccess access) {} @GET(\"x\") String get(); }",
        "extends Maker<ReadAccess> { @GET(\"x\") String get(); }",
        "extends Bounded<ReadAccess> { @GET(\"x\") String get(); }"
      })
  void defaultMethodLikeTheFactory_isReported(String rest) {
    assertThat(
            problems(
                Compiling.source(
                    "Maker",
                    "interface Maker<T> { default Object create(T access) { return this; } }"),
                Compiling.source(
                    "Bounded",
                    "interface Bounded<T extends ReadAccess> { default Object create(T access) { return this; } }"),
                Compiling.source("Api", READ + rest)))
        .containsExactly(
            """
            [visibuild/factory-clash] Api has a method create(ReadAccess) with the signature of the static create method of the client.
              Rename the method.""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default Api create(WriteAccess access) { return this; }",
        "default Api create(ReadAccess access, int more) { return this; }",
        "default Api create() { return this; }",
        "static Api create(ReadAccess access) { return null; }",
        "default Api of(ReadAccess access) { return this; }",
        "static void create() {} static String calls() { return null; } default void calls(int a) {}",
        "interface Calls { void run(); }",
        "record Client(int a) {} record Retrofit(int a) {} record Scope(int a) {}",
        "record ReadAccess(int a) {} record Paged(int a) {} record Page(int a) {} record Call(int a) {}",
        "record Override(int a) {} record Object(int a) {} record Integer(int a) {} record Void(int a) {}",
        "record Generated(int a) {} record Nullable(int a) {} record GET(int a) {} record Query(int a) {}",
        "int ReadAccess = 1; int GET = 2; int Override = 3; int Scope = 4; int access = 5; int calls = 6;",
        "int Calls = 1; int ClientCalls = 2; int CallsOf = 3; int Api = 4; int ApiClient = 5;"
      })
  void memberWithANameThatTheClientUses_compiles(String member) {
    assertThat(
            problems(
                Compiling.source(
                    "Api",
                    READ
                        + "{ "
                        + member
                        + " @retrofit2.http.GET(\"x\") visibuild.Paged<java.lang.Long> list(@retrofit2.http.Query(\"a\") int a);"
                        + " @retrofit2.http.GET(\"y\") java.lang.String get(); }")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Api { record ApiClient(int a) {} @GET(\"x\") ApiClient get(); } | ApiClient",
        "Api extends Parent { @GET(\"x\") List<String> get(); } | Site",
        "Api extends Named { @GET(\"x\") List<String> get(); } | Api"
      })
  void nestedTypeThatHidesAClassOfTheUnnamedPackage_isReported(String rest, String hidden) {
    assertThat(problems(unnamed(rest)))
        .containsExactly(
            """
            [visibuild/inaccessible-type] The client of Api has to name the class %1$s, but a nested type called %1$s hides it, and the package has no name.
              Rename the nested type %1$s, or move Api into a package."""
                .formatted(hidden));
  }

  @Test
  void nestedTypeThatHidesNoUsedClassOfTheUnnamedPackage_compiles() {
    assertThat(
            problems(
                unnamed(
                    "Api { record Site(int a) {} record String(int a) {}"
                        + " @GET(\"x\") Site get(); @GET(\"y\") java.lang.String text(); }")))
        .isEmpty();
  }

  private static JavaFileObject[] unnamed(String rest) {
    String imports = "import java.util.*; import retrofit2.http.*; import visibuild.*; ";
    return new JavaFileObject[] {
      JavaFileObjects.forSourceString("Site", "record Site(int a) {}"),
      JavaFileObjects.forSourceString(
          "Uses", imports + "interface Uses { @GET(\"u\") Site site(); }"),
      JavaFileObjects.forSourceString(
          "Parent", "interface Parent extends Uses { record Site(String b) {} }"),
      JavaFileObjects.forSourceString("Named", "interface Named { record Api(String b) {} }"),
      JavaFileObjects.forSourceString(
          "Api", imports + "@VisibuildApi(scope = Scope.READ) interface " + rest)
    };
  }

  private static List<String> problems(JavaFileObject... sources) {
    Compilation compilation = Compiling.compile(List.of(sources));
    List<String> messages = new ArrayList<>();
    compilation
        .diagnostics()
        .forEach(diagnostic -> messages.add(diagnostic.getMessage(Locale.ROOT)));
    return messages;
  }
}
