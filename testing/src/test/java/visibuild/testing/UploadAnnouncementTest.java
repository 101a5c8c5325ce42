package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadAnnouncementTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final Web WEB = new Web(SANDBOX);
  private static final String ATTACHMENTS = "/api/core/v1/attachments";

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'contentType':'a/b','fileSize':1,'checksum':'1B2M2Y8AsgTpgAmY7PhCfg==' | filename",
        "'filename':'x','fileSize':1,'checksum':'1B2M2Y8AsgTpgAmY7PhCfg==' | contentType",
        "'filename':'x','contentType':'jpeg','fileSize':1,'checksum':'1B2M2Y8AsgTpgAmY7PhCfg=='"
            + " | contentType",
        "'filename':'x','contentType':'a/b','checksum':'1B2M2Y8AsgTpgAmY7PhCfg==' | fileSize",
        "'filename':'x','contentType':'a/b','fileSize':0,'checksum':'1B2M2Y8AsgTpgAmY7PhCfg=='"
            + " | fileSize",
        "'filename':'x','contentType':'a/b','fileSize':'1','checksum':'1B2M2Y8AsgTpgAmY7PhCfg=='"
            + " | fileSize",
        "'filename':'x','contentType':'a/b','fileSize':1 | checksum",
        "'filename':'x','contentType':'a/b','fileSize':1,'checksum':'d41d8cd98f00b204' | checksum"
      })
  void invalidAnnouncementIsRefusedWithTheField(String members, String field) {
    Web.Reply response = WEB.write("POST", ATTACHMENTS, "{" + members.replace('\'', '"') + "}");

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.json().path("errors")).hasSize(1);
    assertThat(response.json().path("errors").has(field)).isTrue();
  }
}
