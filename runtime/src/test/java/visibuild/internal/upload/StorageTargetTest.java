package visibuild.internal.upload;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.UploadException;

/** URLs and headers that a server names for an upload. */
class StorageTargetTest {
  private static final HttpUrl API = HttpUrl.get("https://app.apac.visibuild.com/api");
  private static final HttpUrl LOCAL_API = HttpUrl.get("http://127.0.0.1:8080/api");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9000/x",
        "http://localhost/x",
        "http://[::1]/x",
        "http://storage.example/x",
        "ftp://storage.example/x",
        "https://user:sentinel@storage.example/x",
        "file:///etc/passwd",
        ""
      })
  void insecureUrl_isRefusedForAnHttpsApi(String url) {
    assertThatThrownBy(() -> StorageTarget.check(url, Map.of(), API))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("nothing was sent there")
        .hasMessageNotContaining("sentinel");
  }

  @Test
  void plainHttp_isAllowedFromLoopbackToLoopback() {
    assertThatCode(() -> StorageTarget.check("http://localhost:9000/x", Map.of(), LOCAL_API))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> StorageTarget.check("http://storage.example/x", Map.of(), LOCAL_API))
        .isInstanceOf(UploadException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "AUTHORIZATION",
        "Cookie",
        "Proxy-Authorization",
        "Content-Length",
        "connection",
        "Transfer-Encoding",
        "Upgrade",
        "TE",
        "Expect",
        "X-HTTP-Method-Override"
      })
  void reservedHeader_isRefused(String name) {
    assertThatThrownBy(
            () -> StorageTarget.check("https://s.example/x", Map.of(name, "sentinel"), API))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("names the header " + name)
        .hasMessageNotContaining("sentinel");
  }

  @ParameterizedTest
  @CsvSource({"'X a',b", "'X\na',b", "'',b", "X,'a\u0000sentinel'", "X,'ä sentinel'"})
  void headerThatCannotBeSent_isRefused(String name, String value) {
    assertThatThrownBy(() -> StorageTarget.check("https://s.example/x", Map.of(name, value), API))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("a header for the storage that cannot be sent")
        .hasMessageNotContaining("sentinel");
  }

  @Test
  void usualHeaders_areAccepted() {
    Map<String, String> headers =
        Map.of("Content-Type", "image/jpeg", "x-amz-acl", "private", "Content-MD5", "abc=");

    assertThatCode(() -> StorageTarget.check("https://s.example/x?sig=1", headers, API))
        .doesNotThrowAnyException();
  }
}
