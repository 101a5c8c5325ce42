package visibuild.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.processor.testing.ClassFolder;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.LateGeneratingProcessor;

/** The files for shrinkers and native images, and the compilations that get them. */
class ReachabilityCollectorTest {
  private static final JavaFileObject API =
      Compiling.source(
          "Api",
          """
          @VisibuildApi(scope = Scope.READ) interface Api {
            @GET("x") List<Thing> get(@Query("day") String day);
          }
          """);

  @TempDir private Path library;

  @Test
  void theFilesAreShortAndPlain() throws IOException {
    Compilation compilation =
        Compiling.compile(List.of(API, Compiling.source("Thing", "record Thing(int[] sizes) {}")));

    assertThat(file(compilation, "META-INF/proguard/visibuild-api.ApiClient.pro"))
        .isEqualTo(
            """
            # What api.ApiClient needs that its code does not show.
            -if class api.ApiClient
            -keep interface api.ApiClient$Calls { <methods>; }
            -if class api.ApiClient
            -keep class api.Thing { *; }
            """);
    assertThat(
            file(
                compilation,
                "META-INF/native-image/io.github.visibuild-java/api.ApiClient/reachability-metadata.json"))
        .isEqualTo(
            """
            {
              "reflection": [
                {"condition": {"typeReached": "api.ApiClient"}, "type": {"proxy": ["api.ApiClient$Calls"]}},
                {"condition": {"typeReached": "api.ApiClient"}, "type": "api.ApiClient$Calls", "allDeclaredMethods": true},
                {"condition": {"typeReached": "api.ApiClient"}, "type": "api.Thing", "allDeclaredConstructors": true, "allDeclaredMethods": true, "allDeclaredFields": true},
                {"condition": {"typeReached": "api.ApiClient"}, "type": "java.lang.Record", "allDeclaredMethods": true, "allDeclaredFields": true}
              ]
            }
            """);
  }

  @Test
  void whatIsNotSentAsJsonIsNotReachedUnlessAnEnum() throws IOException {
    assertThat(
            kept(
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("x/{id}") String get(
                      @Path("id") Id id, @Query("kinds") List<Kind> kinds, @Tag Trace trace);
                  record Id(String text) {
                    @Override public String toString() { return text; }
                  }
                  record Trace(String text) {}
                  enum Kind { ONE }
                }
                """))
        .containsExactly("api.Api", "api.Api$Kind");
  }

  @Test
  void whatIsInATypeVariableOrAWildcardOrABoundIsReached() throws IOException {
    assertThat(
            kept(
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("x") Tree<Leaf> get();
                  record Tree<T extends Comparable<T>>(Map<String, ? extends Node> nodes, T[] more) {}
                  record Node(String text) {}
                  record Leaf(String text) implements Comparable<Leaf> {
                    @Override public int compareTo(Leaf other) { return 0; }
                  }
                }
                """))
        .containsExactly("api.Api", "api.Api$Leaf", "api.Api$Node", "api.Api$Tree");
  }

  @Test
  void aSealedInterfaceReachesWhatItPermits() throws IOException {
    assertThat(
            kept(
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("x") Shape get();
                  @com.fasterxml.jackson.annotation.JsonTypeInfo(
                      use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME)
                  sealed interface Shape {}
                  record Circle(int radius) implements Shape {}
                }
                """))
        .containsExactly("api.Api", "api.Api$Circle", "api.Api$Shape");
  }

  @Test
  void aTypeOfALibraryIsReached() throws IOException {
    ClassFolder.fill(
        library,
        Compiling.compilePlainly(
            List.of(
                JavaFileObjects.forSourceString(
                    "lib.Money", "package lib; public record Money(Currency in) {}"),
                JavaFileObjects.forSourceString(
                    "lib.Currency", "package lib; public enum Currency { AUD }"))));
    Compilation compilation =
        Compiling.compileWith(
            library,
            Compiling.source(
                "Api",
                "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") lib.Money get(); }"));

    assertThat(kept(compilation)).containsExactly("lib.Currency", "lib.Money");
  }

  @Test
  void eachConstantWithABodyIsReachedByItsClass() throws IOException {
    Compilation compilation =
        Compiling.compile(
            List.of(
                API,
                Compiling.source(
                    "Thing",
                    """
                    enum Thing {
                      ONE,
                      TWO { final Runnable inside = new Runnable() { public void run() {} }; },
                      THREE(new Object() {}) {},
                      FOUR(null);
                      final Object later = new Object() {};
                      Thing() { this(null); }
                      Thing(Object part) {}
                      static class Other { final Object inside = new Object() {}; }
                    }
                    """)));

    assertThat(constantsIn(compilation)).containsExactly("Thing$1", "Thing$2", "Thing$3");
    assertThat(classesOf(compilation, "Thing$\\d")).contains("Thing$1", "Thing$2", "Thing$3");
    assertThat(kept(compilation)).containsExactly("api.Thing", "*");
  }

  @Test
  void theClassFileOfALibraryReportsWhichConstantsHaveBodies() throws IOException {
    Compilation compiled =
        Compiling.compilePlainly(
            List.of(
                Compiling.source(
                    "Thing",
                    """
                    public enum Thing {
                      ONE, TWO { }, THREE;
                      final Object more = new Object() {};
                    }
                    """)));
    ClassFolder.fill(library, compiled);

    assertThat(classesOf(compiled, "Thing$\\d")).containsExactly("Thing$1", "Thing$2");
    assertThat(constantsIn(Compiling.compileWith(library, API))).containsExactly("Thing$1");
  }

  @Test
  void aRecordMayBeMadeOfWhatAnotherProcessorWrites() throws IOException {
    Compilation compilation =
        Compiling.compile(
            List.of(API, Compiling.source("Thing", "record Thing(Late late) {}")),
            new LateGeneratingProcessor(
                "package api; public record Late(Later later) {}\nrecord Later() {}"));

    assertThat(kept(compilation)).containsExactly("api.Late", "api.Later", "api.Thing");
  }

  private static List<String> kept(String api) throws IOException {
    return kept(Compiling.compile(List.of(Compiling.source("Api", api))));
  }

  /** The classes that a shrinker is to keep beside the client's own. */
  private static List<String> kept(Compilation compilation) throws IOException {
    assertThat(compilation.errors()).isEmpty();
    List<String> kept = new ArrayList<>();
    file(compilation, "META-INF/proguard/visibuild-api.ApiClient.pro")
        .lines()
        .filter(line -> line.startsWith("-keep class "))
        .map(line -> line.replaceFirst("-keep class (\\S+).*", "$1"))
        .forEach(kept::add);
    return kept;
  }

  /** The constants' classes that a native image is to know. */
  private static List<String> constantsIn(Compilation compilation) throws IOException {
    String metadata =
        file(
            compilation,
            "META-INF/native-image/io.github.visibuild-java/api.ApiClient/reachability-metadata.json");
    return Pattern.compile("\"type\": \"api\\.(Thing\\$\\w+)\"")
        .matcher(metadata)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** Returns the names that javac gave its classes. */
  private static List<String> classesOf(Compilation compilation, String name) {
    return compilation.generatedFiles().stream()
        .map(file -> Path.of(file.getName()).getFileName().toString())
        .filter(file -> file.matches(name.replace("$", "\\$") + "\\.class"))
        .map(file -> file.replace(".class", ""))
        .sorted()
        .toList();
  }

  private static String file(Compilation compilation, String place) throws IOException {
    return compilation.generatedFiles().stream()
        .filter(file -> file.getName().equals("/CLASS_OUTPUT/" + place))
        .findFirst()
        .orElseThrow()
        .getCharContent(false)
        .toString();
  }
}
