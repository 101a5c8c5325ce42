package visibuild.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import visibuild.client.NewTicket;
import visibuild.client.Ticket;

/** Spring Boot 4 writes and reads records with Jackson 3, which keeps the annotations of 2. */
class Jackson3Test {
  private final JsonMapper mapper =
      JsonMapper.builder().enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE).build();

  @Test
  void recordsOfTheClient_keepTheirAnnotations() {
    assertThat(mapper.writeValueAsString(NewTicket.of("Cracked tile", "p1")))
        .as("@JsonInclude leaves null out")
        .isEqualTo("{\"title\":\"Cracked tile\",\"projectId\":\"p1\",\"attachmentKeys\":[]}");
    Ticket ticket =
        mapper.readValue(
            "{\"id\":\"t1\",\"status\":\"never-heard-of\",\"visis\":[]}", Ticket.class);
    assertThat(ticket.status()).as("@JsonEnumDefaultValue").hasToString("UNKNOWN");
  }

  @Test
  void ownRecords_keepTheirAnnotations() {
    Defect defect = mapper.readValue("{\"due_date\":\"soon\",\"kind\":\"?\"}", Defect.class);
    assertThat(defect).isEqualTo(new Defect("soon", Kind.OTHER, null));
    assertThat(mapper.writeValueAsString(defect))
        .contains("\"kind\":\"OTHER\"", "\"due_date\":\"soon\"")
        .doesNotContain("note");
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Defect(@JsonProperty("due_date") String due, Kind kind, String note) {}

  enum Kind {
    CRACK,
    @JsonEnumDefaultValue
    OTHER
  }
}
