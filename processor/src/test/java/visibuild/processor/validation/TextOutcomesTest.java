package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Converter;
import retrofit2.Retrofit;
import visibuild.Visibuild;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.CompiledClasses;
import visibuild.processor.testing.Compiling;

/**
 * A type that the processor accepts for a value in a URL is sent as its text in JSON, or as its own
 * {@code toString()}; a type whose JSON is no text is refused.
 */
@Tag("slow")
class TextOutcomesTest {
  private static final String IMPORTS =
      "import com.fasterxml.jackson.annotation.*; import java.math.*; import java.net.*;"
          + " import java.nio.charset.*; import java.time.*; import java.util.*;"
          + " import java.util.concurrent.atomic.*;\n";

  /**
   * A type with an example.
   *
   * @param text the text that is sent where JSON has none, or empty
   */
  record Case(String type, String value, String declaration, String text) {
    static Case of(String line) {
      String[] parts = line.split(" \\| ", -1);
      return new Case(
          parts[0].strip(),
          parts[1].strip(),
          parts.length > 2 ? parts[2].strip() : "",
          parts.length > 3 ? parts[3].strip() : "");
    }
  }

  private final ObjectMapper mapper = Visibuild.newObjectMapper();

  @Test
  void acceptedTypes_areSentAsInJson() throws Exception {
    List<Case> cases = cases();
    ClassLoader classes =
        new CompiledClasses(Compiling.compileWithModelLibraries(samples(cases), lombok()));
    Retrofit retrofit = new Retrofit.Builder().baseUrl("http://127.0.0.1/").build();
    Converter.Factory factory = converters(mapper);
    Set<String> refused = refused(cases, "@Query(\"a\") %s a", false);
    for (int i = 0; i < cases.size(); i++) {
      Case each = cases.get(i);
      Method sample = classes.loadClass("c" + i + ".Sample").getDeclaredMethod("make");
      sample.setAccessible(true);
      Object value = sample.invoke(null);
      String json = textInJson(value);
      String expected = each.text().isEmpty() ? json : each.text();
      assertThat(refused.contains(each.type() + each.declaration()))
          .as("%s %s: refused, JSON %s", each.type(), each.declaration(), json)
          .isEqualTo(expected == null);
      if (expected != null) {
        Converter<Object, String> converter = converter(factory, sample, retrofit);
        assertThat(converter == null ? value.toString() : converter.convert(value))
            .as("text of %s", each.type())
            .isEqualTo(expected);
      }
    }
    assertThat(refused).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Query(\"a\") List<%s> a",
        "@Query(\"a\") %s[] a",
        "@QueryMap Map<String, %s> a",
        "@HeaderMap Map<String, %s> a",
        "@Header(\"a\") %s a"
      })
  void verdict_isTheSameInEachPlace(String parameter) throws Exception {
    List<Case> cases = cases().stream().filter(each -> !each.type().matches("[a-z].*")).toList();

    assertThat(refused(cases, parameter, false))
        .isEqualTo(refused(cases, "@Query(\"a\") %s a", true));
  }

  /** The runtime's own, whose package is not exported. */
  private static Converter.Factory converters(ObjectMapper mapper)
      throws ReflectiveOperationException {
    return Class.forName("visibuild.internal.json.EnvelopeConverterFactory")
        .asSubclass(Converter.Factory.class)
        .getConstructor(ObjectMapper.class, boolean.class)
        .newInstance(mapper, false);
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Converter<Object, String> converter(
      Converter.Factory factory, Method sample, Retrofit retrofit) {
    return (Converter<Object, String>)
        factory.stringConverter(sample.getGenericReturnType(), new Annotation[0], retrofit);
  }

  /** Returns null if the mapper writes an object or an array, or nothing. */
  private @Nullable String textInJson(Object value) throws JsonProcessingException {
    String json;
    try {
      json = mapper.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      return null;
    }
    return switch (json.charAt(0)) {
      case '"' -> mapper.readValue(json, String.class);
      case '{', '[' -> null;
      default -> json;
    };
  }

  private static Set<String> refused(List<Case> cases, String parameter, boolean libraryFirst)
      throws Exception {
    List<JavaFileObject> sources = samples(cases);
    for (int i = 0; i < cases.size(); i++) {
      sources.add(
          JavaFileObjects.forSourceString(
              "c" + i + ".Api",
              "package c%d; %s import retrofit2.http.*;\n".formatted(i, IMPORTS)
                  + "@visibuild.VisibuildApi(scope = visibuild.Scope.READ) interface Api {"
                  + " @GET(\"x\") String get("
                  + parameter.formatted(cases.get(i).type())
                  + "); }"));
    }
    List<Processor> processors = new ArrayList<>(lombok());
    processors.add(libraryFirst ? 1 : 0, new VisibuildProcessor());
    Compilation compilation = Compiling.compileWithModelLibraries(sources, processors);
    Set<String> refused = new TreeSet<>();
    compilation.diagnostics().stream()
        .filter(problem -> problem.getMessage(Locale.ROOT).startsWith("[visibuild/"))
        .forEach(
            problem -> {
              assertThat(problem.getMessage(Locale.ROOT))
                  .startsWith("[visibuild/value-without-text]");
              String number = problem.getSource().getName().replaceAll("\\D", "");
              Case each = cases.get(Integer.parseInt(number));
              refused.add(each.type() + each.declaration());
            });
    return refused;
  }

  private static List<JavaFileObject> samples(List<Case> cases) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Case each = cases.get(i);
      String head = "package c%d; %s".formatted(i, IMPORTS);
      if (!each.declaration().isEmpty()) {
        sources.add(
            JavaFileObjects.forSourceString(
                "c" + i + "." + each.type(), head + each.declaration()));
      }
      sources.add(
          JavaFileObjects.forSourceString(
              "c" + i + ".Sample",
              head
                  + "class Sample { static %s make() throws Exception { return %s; } }"
                      .formatted(each.type(), each.value())));
    }
    return sources;
  }

  private static List<Processor> lombok() throws ReflectiveOperationException {
    Constructor<?> lombok =
        Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
            .getDeclaredConstructor();
    lombok.setAccessible(true);
    return List.of((Processor) lombok.newInstance());
  }

  private static List<Case> cases() throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources", "models", "texts.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Case::of)
        .toList();
  }
}
