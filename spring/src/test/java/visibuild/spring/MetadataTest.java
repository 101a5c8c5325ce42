package visibuild.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the metadata from which an IDE completes properties. */
class MetadataTest {
  @Test
  void everyProperty_hasTypeAndDescription() throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode property : properties()) {
      names.add(property.path("name").asText());
      assertThat(property.path("type").asText()).as("type of %s", property).isNotBlank();
      assertThat(property.path("description").asText()).as("text of %s", property).endsWith(".");
    }
    assertThat(names)
        .containsExactlyInAnyOrder(
            "management.health.visibuild.enabled",
            "management.endpoint.visibuild.access",
            "management.endpoint.visibuild.cache.time-to-live",
            "visibuild.base-url",
            "visibuild.call-timeout",
            "visibuild.client-id",
            "visibuild.client-secret",
            "visibuild.client-secret-file",
            "visibuild.enabled",
            "visibuild.health.call-api",
            "visibuild.policy",
            "visibuild.policy-mode",
            "visibuild.rate-limit.calls",
            "visibuild.rate-limit.period",
            "visibuild.read-snake-case",
            "visibuild.region",
            "visibuild.retries",
            "visibuild.scope",
            "visibuild.token",
            "visibuild.token-expires",
            "visibuild.usage-log.enabled",
            "visibuild.usage-log.file",
            "visibuild.usage-log.interval",
            "visibuild.usage-log.program",
            "visibuild.user-agent");
  }

  @Test
  void everyProperty_isKnownToTheSpellCheck() throws IOException {
    for (JsonNode property : properties()) {
      String name = property.path("name").asText();
      if (name.startsWith("visibuild.")) {
        assertThat(PropertyNames.KNOWN).contains(name.split("\\.", -1)[1]);
      }
    }
  }

  private static JsonNode properties() throws IOException {
    try (InputStream file =
        VisibuildProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return new ObjectMapper().readTree(file).path("properties");
    }
  }
}
