package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interfaces that a user may well write, and that ask more of a reader than most. */
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
