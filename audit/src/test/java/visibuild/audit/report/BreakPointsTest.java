package visibuild.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakPointsTest {
  @ParameterizedTest
  @CsvSource({
    "com/acme/TicketsApi.java:17, com/|acme/|Tickets|Api.java:17",
    "TicketsApi.ofHTTPProject, Tickets|Api.|of|HTTP|Project",
    "app.jar!/BOOT-INF/lib, app.jar!/|BOOT-INF/|lib",
    "api/core/v1/{projectId}/tags, api/|core/|v1/{project|Id}/|tags",
    "desk, desk"
  })
  void name_canBreakAtItsWords(String name, String expected) {
    assertThat(BreakPoints.in(name)).isEqualTo(expected.replace("|", "<wbr>"));
  }

  @ParameterizedTest
  @CsvSource({"a&#x3D;b, a&#x3D;b", "List&lt;Ticket&gt;Api, List&lt;Ticket&gt;Api"})
  void characterReference_isNotBroken(String escaped, String expected) {
    assertThat(BreakPoints.in(escaped)).isEqualTo(expected);
  }
}
