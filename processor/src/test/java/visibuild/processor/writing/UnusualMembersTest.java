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
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;

/**
 * Interfaces with members that are no requests, modifiers that clients lack, and types that contain
 * themselves.
 */
@Tag("slow")
class UnusualMembersTest {
  @Test
  void methodOfObject_mayHaveAnAnnotatedParameter() {
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
  void kotlinBodyWithOtherAnnotations_isFound() {
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
  void kotlinBody_mayBeGeneric() {
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

  @Test
  void interface_mayBeStrictfp() {
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
  void mapThatContainsItself_isNoInternalError(String tree) {
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
