package visibuild.internal.upload;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        "https://sentinel@storage.example/x",
        "https://:sentinel@storage.example/x",
        "http://localhost.evil.example/x",
        "http://127.1/x",
        "http://0x7f000001/x",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "data:text/plain,sentinel",
        "//storage.example/x",
        "https:///",
        "HTTP://storage.example/x",
        ""
      })
  void insecureUrl_isRefusedForAnHttpsApi(String url) {
    assertThatThrownBy(() -> StorageTarget.check(url, Map.of(), API))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("nothing was sent there")
        .hasMessageNotContaining("sentinel");
  }

  /** Retrofit reads these relative to the API, which would get the file. */
  @ParameterizedTest
  @ValueSource(
      strings = {"https:storage.example/x", "https:/storage.example/x", "HTTPS:\\storage.example"})
  void urlThatIsAbsoluteOnlyByItself_isRefused(String url) {
    assertThatThrownBy(() -> StorageTarget.check(url, Map.of(), API))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("nothing was sent there");
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
        "http://localhost.evil.example/x",
        "http://localhost@evil.example/x",
        "http://127.1/x",
        "http://127.0.0.256/x",
        "http://0x7f000001/x",
        "http://169.254.169.254/x"
      })
  void plainHttpToAHostThatResemblesTheLoopback_isRefusedForALocalApi(String url) {
    assertThatThrownBy(() -> StorageTarget.check(url, Map.of(), LOCAL_API))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("nothing was sent there");
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
        "Content_Length",
        "Proxy-Connection",
        "Proxy-Foo",
        "X-Forwarded-Host",
        "X-Original-URL",
        "Via",
        "HTTP2-Settings",
        "Accept-Encoding",
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
  void tooManyOrTooLongHeaders_areRefused() {
    Map<String, String> many = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      many.put("x-amz-meta-" + i, "1");
    }
    for (Map<String, String> headers : List.of(many, Map.of("x-amz-meta", "a".repeat(9_000)))) {
      assertThatThrownBy(() -> StorageTarget.check("https://s.example/x", headers, API))
          .isInstanceOf(UploadException.class)
          .hasMessageContaining("more than 50 headers");
    }
  }

  @Test
  void sameHeaderInTwoCases_isRefused() {
    Map<String, String> twice = Map.of("Content-Type", "text/plain", "content-type", "text/html");

    assertThatThrownBy(() -> StorageTarget.check("https://s.example/x", twice, API))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("a header for the storage twice");
  }

  /** Retrofit would throw an exception of its own that repeats the text. */
  @Test
  void contentTypeThatIsNone_isRefused() {
    assertThatThrownBy(
            () ->
                StorageTarget.check("https://s.example/x", Map.of("content-type", "sentinel"), API))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("names a content type for the storage that is none")
        .hasMessageNotContaining("sentinel");
  }

  @Test
  void usualHeaders_areAccepted() {
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "image/jpeg",
            "x-amz-acl",
            "private",
            "Content-MD5",
            "abc=",
            "Content-Disposition",
            "inline; filename=\"a.jpg\"",
            "x-ms-blob-type",
            "BlockBlob");

    assertThatCode(() -> StorageTarget.check("https://s.example/x?sig=1", headers, API))
        .doesNotThrowAnyException();
  }
}
