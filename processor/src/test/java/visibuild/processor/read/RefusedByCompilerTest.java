package visibuild.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.Compiling;

/** Interfaces that the compiler refuses: neither the processor nor a client adds an error. */
@Tag("slow")
class RefusedByCompilerTest {
  private static final JavaFileObject MARK =
      JavaFileObjects.forSourceString(
          "api.Mark",
          """
          package api;
          import java.lang.annotation.*;
          @Target({ElementType.TYPE_USE, ElementType.METHOD, ElementType.PARAMETER})
          @Retention(RetentionPolicy.RUNTIME)
          public @interface Mark { String text() default ""; Class<?>[] types() default {}; }
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ @GET(\"x\") Missing a(); @GET(\"y\") List<Missing> b(); @GET(\"z\") Missing[] c(); }",
        "{ @GET(\"x\") Map<String, ? extends Missing> a(); @GET(\"y\") String b(@QueryMap Map<String, ? super Missing> m); }",
        "{ @GET(\"x\") <T extends Missing> String a(); @GET(\"y\") <T extends Comparable<Missing>> String b(); }",
        "{ @GET(\"x\") String a() throws Missing; }",
        "extends Missing { @GET(\"x\") String a(); }",
        "extends Comparable<Missing> { @GET(\"x\") String a(); }",
        "extends Base { } interface Base extends Missing { @GET(\"x\") String a(); }",
        "extends Base<Missing> { } interface Base<T> { @GET(\"x\") T a(); }",
        "{ @GET(\"x/{id}\") String a(@Path(Missing.ID) String id); @HTTP(method = Missing.GET, path = \"y\") String b(); }",
        "{ @Headers({Missing.HEADER, \"A: b\"}) @GET(\"x\") String a(); }",
        "{ @GET(\"x\") List<@Missing String> a(@Query(\"a\") @Missing String b); @GET(\"y\") @Missing String c(); }",
        "{ @Mark(types = {String.class, Missing[].class}) @GET(\"x\") String a(); }",
        "{ @GET(\"x\") List<@Mark(types = Missing.class) String> a(); @GET(\"y\") List<@Mark(text = Missing.A) String> b(); }",
        "{ @GET(\"x\") Hidden a(); } class Hidden2 { private class Hidden {} }",
        "{ @GET(\"x\") String a(@Query(\"a\") void b); }",
        "{ @GET(\"x\") Box<String> a(); } class Box<T extends Number> { public T value; }",
        "{ @GET(\"x\") void notify(); }",
        "{ @GET(\"x\") String a(); default void notifyAll() {} }",
        "{ @GET(\"x\") void wait(@Query(\"a\") long a); }",
        "{ @GET(\"x\") String getClass(); }",
        "{ @GET(\"x\") String a(); long hashCode(); }",
        "{ @GET(\"x\") String a(); String equals(Object other); }",
        "extends A, B {} interface A { @GET(\"a\") String f(); } interface B { @GET(\"b\") int f(); }",
        "extends A { @GET(\"b\") int f(); } interface A { @GET(\"a\") String f(); }",
        "extends A, B {} interface A { @GET(\"a\") String f(@Query(\"a\") List<String> a); } interface B { @GET(\"b\") String f(@Query(\"a\") List<Integer> a); }",
        "extends A { @GET(\"b\") String f(@Query(\"a\") List<Integer> a); } interface A { @GET(\"a\") String f(@Query(\"a\") List<String> a); }",
        "extends A<Integer>, B {} interface A<T> { @GET(\"a\") T f(); } interface B extends A<String> {}",
        "extends A, A {} interface A { @GET(\"a\") String f(); }",
        "extends Api { @GET(\"a\") String f(); }",
        "{ @GET(\"x\") String a(); @GET(\"y\") String a(); }",
        "{ @GET(\"x\") @GET(\"y\") String a(); }",
        "{ @GET(\"x\") String a(@Query String b); }",
        "{ @GET(path = \"x\") String a(); }",
        "{ @GET(5) String a(); }",
        "{ @RequiresScope @POST(\"x\") String a(); }",
        "{ @GET(\"x\" String a(); }",
        "{ @GET(\"x\") <T extends String & Integer> List<T> a(); }",
        "{ @GET(\"x\") <T extends Comparable<T> & Number> String a(); @GET(\"y\") String b(); }",
        "{ @GET(\"x\") <T extends Runnable & Runnable> String a(); }",
        "{ @GET(\"x\") <T extends Comparable<String> & Comparable<Integer>> String a(); }",
        "{ @GET(\"x\") <T extends A & B> String a(); interface A extends Comparable<A> {} interface B extends Comparable<B> {} }",
        "{ @GET(\"x\") <T, U extends T & Runnable> String a(); }",
        "{ @GET(\"x\") <T extends int> String a(); }",
        "{ @GET(\"x\") <T extends String[]> String a(); }",
        "{ @GET(\"x\") <T> String a() throws T; }",
        "{ @GET(\"x\") <T extends Runnable> String a() throws T, java.io.IOException; }",
        "<T extends String & Integer> { @GET(\"x\") String a(); }",
        "{ @GET(\"x\") <T> Box<T> a(); } class Box<T extends Number> { public T value; }",
        "{ @GET(\"x\") List<Box<? extends String>> a(); @GET(\"y\") String b(@Query(\"b\") List<Box<? super Runnable>> b); } class Box<T extends Number> {}",
        "{ @GET(\"x\") Box<? extends String[]> a(); } class Box<T extends Runnable> {}",
        "extends A, B { @GET(\"x\") String b(); } interface A { default String a() { return null; } } interface B { default String a() { return null; } }",
        "extends A, Comparable<Api>, AutoCloseable { @GET(\"x\") String b(); } interface A { default int compareTo(Api other) { return 0; } default void close() {} }",
        "{ @GET(\"x\") default String a(); }",
        "{ @GET(\"x\") String a(); @GET(\"y\") private String b(); }",
        "{ @GET(\"x\") Shape a(); sealed interface Shape {} }",
        "{ @GET(\"x\") List<String, String> a(); @GET(\"y\") List<int> b(); }"
      })
  void interfaceThatTheCompilerRefuses_hasNoFurtherError(String rest) {
    JavaFileObject source =
        Compiling.source("Api", "@VisibuildApi(scope = Scope.READ) interface Api " + rest);
    String expected =
        errorsOf(
            Compiling.compiler()
                .withOptions("--release", "17", "-proc:none")
                .compile(MARK, source));

    assertThat(expected).isNotEmpty();
    assertThat(
            errorsOf(
                Compiling.compiler()
                    .withOptions("--release", "17")
                    .withProcessors(new VisibuildProcessor())
                    .compile(MARK, source)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extends A, B { @Override @GET(\"x\") String f(); } interface A { @GET(\"a\") Object f(); } interface B { @GET(\"b\") CharSequence f(); }",
        "extends A, B, C {} interface A { @GET(\"a\") CharSequence f(); } interface B { @GET(\"b\") Comparable<String> f(); } interface C { @GET(\"c\") String f(); }",
        "extends A<String>, B {} interface A<T> { @GET(\"a\") T f(@Query(\"a\") T t); } interface B { @GET(\"b\") String f(@Query(\"b\") String t); }",
        "extends A, B {} interface A { @GET(\"a\") List<String> f(); } interface B extends A { @Override @GET(\"b\") ArrayList<String> f(); }",
        "{ @GET(\"x\") Box<Integer> a(); @GET(\"y\") Self<Leaf> b(); record Box<T extends Number & Comparable<? super T>>(T value) {} record Self<S extends Comparable<S>>(S s) {} record Leaf(String a) implements Comparable<Leaf> { public int compareTo(Leaf other) { return 0; } } }",
        "{ @GET(\"x\") Pair<Integer, Double> a(); @GET(\"y\") Tree<Leaf> b(); record Pair<A extends Number & Comparable<A>, B extends Comparable<? super B>>(A a, B b) {} record Tree<T extends Comparable<? super T>>(List<T> list) {} record Leaf(String a) implements Comparable<Leaf> { public int compareTo(Leaf other) { return 0; } } }",
        "{ @GET(\"x\") <E extends Exception & Runnable> String a() throws E; }",
        "{ @GET(\"x\") Tree a(); class Box<T extends Comparable<?>> {} class Tree<T extends Box<? super T>> {} }",
        "extends A, B { @GET(\"x\") String b(); default String a() { return A.super.a(); } } interface A { default String a() { return null; } } interface B { default String a() { return null; } }",
        "extends B, C { @GET(\"x\") String b(); } interface A { @GET(\"a\") String a(); } interface B extends A { @Override default String a() { return null; } } interface C extends A {}",
        "extends B { @Override default int compareTo(Api other) { return 0; } } interface B extends Comparable<Api> { @GET(\"x\") String b(); }",
        "extends B, C { @GET(\"x\") String b(); } interface A { default String a() { return null; } } interface B extends A { default String a() { return null; } } interface C extends A {}",
        "{ @GET(\"x\") String wait(@Query(\"a\") int a); @GET(\"y\") String notify(@Query(\"a\") long a); boolean equals(Object other); String toString(); int hashCode(); }"
      })
  void interfaceThatTheCompilerAccepts_hasAClient(String rest) {
    Compilation compilation =
        Compiling.compiler()
            .withOptions("--release", "17")
            .withProcessors(new VisibuildProcessor())
            .compile(
                Compiling.source("Api", "@VisibuildApi(scope = Scope.READ) interface Api " + rest));

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generatedSourceFile("api.ApiClient")).isPresent();
  }

  private static String errorsOf(Compilation compilation) {
    List<Diagnostic<? extends JavaFileObject>> errors = compilation.errors();
    return errors.stream()
        .map(error -> error.getPosition() + " " + error.getMessage(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
