package visibuild.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import visibuild.HttpLogLevel;
import visibuild.HttpOptions;
import visibuild.Paged;
import visibuild.Visibuild;

/** The tables of the reference are complete. */
class ReferencePagesTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void configurationPage_hasEverySettingOfTheBuilder() {
    assertThat(methods(Visibuild.Builder.class, Visibuild.Builder.class))
        .allSatisfy(
            name -> assertThat(page("reference/configuration.md")).contains("`" + name + "("));
  }

  @Test
  void configurationPage_hasEveryOptionOfTheProcessor() {
    Processor processor =
        ServiceLoader.load(Processor.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.getClass().getName().startsWith("visibuild."))
            .findAny()
            .orElseThrow();

    assertThat(processor.getSupportedOptions())
        .filteredOn(option -> option.startsWith("visibuild."))
        .isNotEmpty()
        .allSatisfy(
            option -> assertThat(page("reference/configuration.md")).contains("`" + option));
  }

  @Test
  void proxyPage_hasEveryHttpOption() {
    assertThat(methods(HttpOptions.class, HttpOptions.class))
        .filteredOn(name -> !name.equals("defaults"))
        .allSatisfy(name -> assertThat(page("how-to/proxy-and-tls.md")).contains("`" + name));
  }

  @Test
  void paginationPage_hasEveryMethodOfPaged() {
    assertThat(methods(Paged.class, Object.class))
        .filteredOn(name -> !Set.of("of", "iterator").contains(name))
        .allSatisfy(name -> assertThat(page("how-to/pagination.md")).contains("`" + name + "("));
  }

  @Test
  void loggingPage_hasEveryLevel() {
    assertThat(HttpLogLevel.values())
        .allSatisfy(level -> assertThat(page("how-to/logging.md")).contains("`" + level + "`"));
  }

  @Test
  void exceptionsPage_hasEveryException() throws IOException {
    List<String> exceptions;
    try (Stream<Path> files = Files.list(Path.of("../runtime/src/main/java/visibuild"))) {
      exceptions =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith("Exception.java"))
              .map(file -> file.replace(".java", ""))
              .toList();
    }

    assertThat(exceptions)
        .contains("NotFoundException")
        .allSatisfy(name -> assertThat(page("reference/exceptions.md")).contains("`" + name + "`"));
  }

  /** Returns the names of the public methods of {@code type} that return {@code result}. */
  private static Set<String> methods(Class<?> type, Class<?> result) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> result.isAssignableFrom(method.getReturnType()))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String page(String name) {
    try {
      return Files.readString(DOCS.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
