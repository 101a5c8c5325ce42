package visibuild.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.Paged;

class EndpointsPageTest {
  private static final Path PAGE = Path.of("../docs/reference/endpoints.md");

  /** Writes the page instead of comparing it: mvn -pl client test -Dvisibuild.updateDocs=true. */
  private static final boolean UPDATE = Boolean.getBoolean("visibuild.updateDocs");

  @Test
  void page_isThatOfTheInterfaces() throws IOException {
    if (UPDATE) {
      Files.writeString(PAGE, EndpointsPage.markdown());
    }

    assertThat(PAGE)
        .as("out of date; run mvn -pl client -am test -Dvisibuild.updateDocs=true")
        .hasContent(EndpointsPage.markdown());
  }

  @Test
  void everyDescriptor_isReachedByAnAccessor() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/classes/META-INF/visibuild"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(apis().map(Class::getName).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("apis")
  void everyRequest_isDocumentedAsItIsMade(Class<?> api) {
    for (Method method : EndpointsPage.requests(api)) {
      EndpointDocs.Doc doc = EndpointDocs.of(api).get(method.getName());
      JsonNode descriptor = EndpointsPage.descriptor(method);

      assertThat(doc.verb()).as(method.getName()).isEqualTo(descriptor.get("verb").asText());
      assertThat(doc.path()).isEqualTo("/" + descriptor.get("path").asText());
      assertThat(doc.scope()).isEqualTo(EndpointsPage.scope(descriptor));
      assertThat(doc.result()).as(method.getName()).isEqualTo(result(method));
      assertThat(doc.source()).matches("(help articles? .*|client code).*");
    }
  }

  @ParameterizedTest
  @MethodSource("apis")
  void everyRequest_hasAComment(Class<?> api) {
    List<String> requests =
        Stream.of(api.getDeclaredMethods())
            .filter(method -> !method.isDefault() && !method.isSynthetic())
            .map(Method::getName)
            .toList();

    assertThat(EndpointDocs.of(api).keySet()).containsExactlyInAnyOrderElementsOf(requests);
  }

  static Stream<Class<?>> apis() {
    return Stream.of(VisibuildReadClient.class, VisibuildClient.class)
        .flatMap(client -> Stream.of(client.getMethods()))
        .<Class<?>>map(Method::getReturnType)
        .filter(type -> type.getSimpleName().endsWith("Api"))
        .distinct();
  }

  private static String result(Method method) {
    if (method.getReturnType() == Paged.class) {
      return "paged";
    }
    return method.getReturnType() == void.class ? "no content" : "one record";
  }
}
