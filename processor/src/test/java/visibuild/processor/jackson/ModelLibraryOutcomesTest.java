package visibuild.processor.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auto.value.processor.AutoValueProcessor;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.soabase.recordbuilder.processor.RecordBuilderProcessor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.immutables.processor.ProxyProcessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Visibuild;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.CompiledClasses;
import visibuild.processor.testing.Compiling;

/**
 * Models that Lombok, Immutables, AutoValue and RecordBuilder complete, in one compilation with
 * this processor: it warns about exactly those that Jackson cannot read, or cannot write.
 */
@Tag("slow")
class ModelLibraryOutcomesTest {
  private static final String JSON = "{\"id\":\"b\",\"n\":8}";

  /** A model with a text {@code id} and a number {@code n}, and statements that return one. */
  record Case(String declaration, String sample) {
    static Case of(String line) {
      String[] parts = line.split(" => ", 2);
      return new Case(parts[0].strip(), parts[1].strip());
    }

    String statements() {
      return sample.endsWith(";") ? sample : "return " + sample + ";";
    }
  }

  private final ObjectMapper mapper = Visibuild.newObjectMapper();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void warnings_areThoseThatJacksonsOutcomesJustify(boolean first) throws Exception {
    List<Case> cases = cases();
    Set<String> expected = jacksonsFailures(cases);
    Set<String> reported = reported(cases, first);

    assertThat(without(expected, reported)).as("failures without a warning").isEmpty();
    assertThat(without(reported, expected)).as("warnings without a failure").isEmpty();
    assertThat(expected).hasSizeBetween(cases.size() / 4, cases.size() * 2 - 10);
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private Set<String> jacksonsFailures(List<Case> cases) throws Exception {
    Compilation compilation = Compiling.compileWithModelLibraries(models(cases), libraries());
    ClassLoader classes = new CompiledClasses(compilation);
    Set<String> failures = new TreeSet<>();
    for (int i = 0; i < cases.size(); i++) {
      Class<?> model = classes.loadClass("c" + i + ".Model");
      if (!reads(model)) {
        failures.add("read " + cases.get(i).declaration());
      }
      var make = classes.loadClass("c" + i + ".Sample").getDeclaredMethod("make");
      make.setAccessible(true);
      if (!writes(model, make.invoke(null))) {
        failures.add("write " + cases.get(i).declaration());
      }
    }
    return failures;
  }

  private static Set<String> reported(List<Case> cases, boolean first) throws Exception {
    List<JavaFileObject> sources = models(cases);
    for (int i = 0; i < cases.size(); i++) {
      sources.add(
          JavaFileObjects.forSourceString(
              "c" + i + ".Api",
              """
              package c%d;
              import retrofit2.http.*;
              @visibuild.VisibuildApi(scope = visibuild.Scope.READ_WRITE) interface Api {
                @POST("x") Model send(@Body Model model);
              }
              """
                  .formatted(i)));
    }
    List<Processor> processors = new ArrayList<>(libraries());
    processors.add(first ? 0 : processors.size(), new VisibuildProcessor());
    Compilation compilation = Compiling.compileWithModelLibraries(sources, processors);
    assertThat(compilation.errors()).isEmpty();
    Set<String> reported = new TreeSet<>();
    compilation.diagnostics().stream()
        .filter(problem -> problem.getMessage(Locale.ROOT).startsWith("[visibuild/"))
        .forEach(
            problem -> {
              String message = problem.getMessage(Locale.ROOT);
              assertThat(message).containsPattern("undecodable-response|lossy-body");
              String number = problem.getSource().getName().replaceAll("\\D", "");
              reported.add(
                  (message.contains("undecodable") ? "read " : "write ")
                      + cases.get(Integer.parseInt(number)).declaration());
            });
    return reported;
  }

  private static List<JavaFileObject> models(List<Case> cases) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      String head =
          "package c"
              + i
              + "; import lombok.*; import lombok.experimental.*; import lombok.extern.jackson.*;"
              + " import com.google.auto.value.AutoValue; import com.fasterxml.jackson.annotation.*;"
              + " import com.fasterxml.jackson.databind.annotation.*;"
              + " import io.soabase.recordbuilder.core.RecordBuilder;"
              + " import org.immutables.value.Value.Immutable;\n";
      sources.add(
          JavaFileObjects.forSourceString("c" + i + ".Model", head + cases.get(i).declaration()));
      sources.add(
          JavaFileObjects.forSourceString(
              "c" + i + ".Sample",
              "package c"
                  + i
                  + "; class Sample { static Object make() { "
                  + cases.get(i).statements()
                  + " } }"));
    }
    return sources;
  }

  /** A new instance of each processor, because a processor serves one compilation. */
  static List<Processor> libraries() throws ReflectiveOperationException {
    Constructor<?> lombok =
        Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
            .getDeclaredConstructor();
    lombok.setAccessible(true);
    return List.of(
        (Processor) lombok.newInstance(),
        new ProxyProcessor(),
        new AutoValueProcessor(),
        new RecordBuilderProcessor());
  }

  /** A member that stays null is one that Jackson does not read. */
  private boolean reads(Class<?> model) throws IllegalAccessException {
    try {
      Object read = mapper.readerFor(model).readValue(JSON);
      return "b".equals(valueOf(read, "id")) && Integer.valueOf(8).equals(valueOf(read, "n"));
    } catch (JsonProcessingException refused) {
      return false;
    }
  }

  private static Object valueOf(Object model, String name) throws IllegalAccessException {
    for (Class<?> type = model.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(model);
        }
      }
    }
    throw new AssertionError(model.getClass() + " has no field " + name);
  }

  private boolean writes(Class<?> model, Object value) {
    try {
      String json = mapper.writerFor(model).writeValueAsString(value);
      return json.contains("\"a\"") && json.contains("7");
    } catch (JsonProcessingException refused) {
      return false;
    }
  }

  private static List<Case> cases() throws Exception {
    return Files.readAllLines(Path.of("src", "test", "resources", "models", "libraries.txt"))
        .stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Case::of)
        .toList();
  }
}
