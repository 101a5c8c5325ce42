package visibuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.fixture.CompiledSources;

/**
 * Programs that were compiled before a kind of event was added. The program is compiled against the
 * types of today, and then receives an instance of a type that did not exist then.
 */
@Tag("slow")
class GrowingTypesTest {
  private static final boolean HAS_PATTERN_SWITCH = Runtime.version().feature() >= 21;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"visibuild.TokenEvent", "visibuild.webhook.WebhookEvent"})
  void newKind_reachesTheDefaultBranchOfAnOlderProgram(String type) throws Exception {
    boolean isToken = type.endsWith("TokenEvent");
    String known = type + (isToken ? ".Requested" : ".Unknown");
    CompiledSources.compile(
        Map.of("program.Old", program(type, known)),
        Files.createDirectory(folder.resolve("old")),
        List.of());
    CompiledSources.compile(
        Map.of("later.Added", added(type, isToken)),
        Files.createDirectory(folder.resolve("new")),
        List.of());

    try (URLClassLoader old = CompiledSources.load(folder.resolve("old"));
        URLClassLoader later = CompiledSources.load(folder.resolve("new"))) {
      @SuppressWarnings("unchecked")
      Function<Object, String> program =
          (Function<Object, String>)
              old.loadClass("program.Old").getDeclaredConstructor().newInstance();
      Object added = later.loadClass("later.Added").getDeclaredConstructor().newInstance();

      assertThat(program.apply(added)).isEqualTo("other");
      assertThat(Class.forName(type).isSealed()).isFalse();
    }
  }

  private static String program(String type, String known) {
    String body =
        HAS_PATTERN_SWITCH
            ? "return switch ((%s) event) { case %s k -> \"known\"; default -> \"other\"; };"
                .formatted(type, known)
            : "return event instanceof %s ? \"known\" : \"other\";".formatted(known);
    return """
        package program;
        @SuppressWarnings({"rawtypes", "unchecked"})
        public class Old implements java.util.function.Function<Object, String> {
          public String apply(Object event) { %s }
        }
        """
        .formatted(body);
  }

  private static String added(String type, boolean isToken) {
    return isToken
        ? "package later; public record Added() implements " + type + " {}"
        : """
          package later;
          public record Added(String id, String type, java.time.Instant timestamp, String apiVersion)
              implements %s<String> {
            public Added() { this("1", "ticket.new", java.time.Instant.EPOCH, null); }
          }
          """
            .formatted(type);
  }
}
