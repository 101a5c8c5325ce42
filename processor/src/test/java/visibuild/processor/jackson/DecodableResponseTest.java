package visibuild.processor.jackson;

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
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.Compiling;

/** Responses that look as if Jackson could not make them, but it can. */
@Tag("slow")
class DecodableResponseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record Id<T>(String value) implements Comparable<Id<T>> {"
            + " public int compareTo(Id<T> other) { return 0; } } interface Model {} | Id<Model>",
        "record Id<T>(String value) {} class Model { Model(int a, int b) {} } | List<Id<Model>>",
        "class Id<T> extends Text {} class Text { public String a; } interface Model {} | Id<Model>",
        "record Model(Optional<Node<String>> a) {} record Node<T>(T a, Node<List<T>> b) {} | Model",
        "record Model(String a) {} record Model2<T>(List<T> a) {} | Model2<Model2<Model>>"
      })
  void whatATypeOnlyBelongsToIsNotMade(String model, String type) {
    assertThat(problemsOf(model, type)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record Holder<T>(List<T[]> a) {} | Holder<Model>",
        "class Holder<T> extends Parent<T> {} class Parent<T> { public T a; } | Holder<Model>",
        "record Holder<T>(String a) {} | List<Map<String, Model>>"
      })
  void whatATypeHoldsIsMade(String holder, String type) {
    assertThat(problemsOf(holder + " interface Model {}", type))
        .singleElement()
        .asString()
        .contains("Model is an interface");
  }

  @Test
  void theModuleThatWritesClassesMakesAllThatIsAbstract() {
    JavaFileObject module =
        JavaFileObjects.forSourceString(
            "com.fasterxml.jackson.module.mrbean.MrBeanModule",
            "package com.fasterxml.jackson.module.mrbean; public class MrBeanModule {}");
    String models =
        "interface Model { Part getPart(); } abstract class Part {} record All(Model a) {}";

    assertThat(problemsOf(models, "Model")).hasSize(1);
    assertThat(problemsOf(models, "All")).hasSize(1);
    assertThat(problemsOf(models, "Model", module)).isEmpty();
    assertThat(problemsOf(models, "All", module)).isEmpty();
  }

  private static List<String> problemsOf(String models, String type, JavaFileObject... others) {
    List<JavaFileObject> sources = new ArrayList<>(List.of(others));
    sources.add(
        Compiling.source(
            "Api",
            models
                + " @VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") "
                + type
                + " get(); }"));
    Compilation compilation =
        Compiling.compiler()
            .withOptions("-proc:only")
            .withProcessors(new VisibuildProcessor())
            .compile(sources);
    return compilation.diagnostics().stream()
        .map(problem -> problem.getMessage(Locale.ROOT))
        .filter(message -> message.startsWith("[visibuild/"))
        .toList();
  }
}
