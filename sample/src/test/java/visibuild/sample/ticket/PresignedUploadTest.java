package visibuild.sample.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.sample.records.Upload;

class PresignedUploadTest {
  private final MockWebServer storage = new MockWebServer();
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void start() throws IOException {
    storage.start();
    file = Files.writeString(folder.resolve("crack.png"), "hello");
  }

  @AfterEach
  void stop() {
    storage.close();
  }

  @Test
  void bytesArePutToTheAddress() throws InterruptedException {
    storage.enqueue(new MockResponse.Builder().build());

    put(Map.of());

    RecordedRequest request = storage.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("PUT /photos/1?signature=s3cr3t HTTP/1.1");
    assertThat(request.getBody().utf8()).isEqualTo("hello");
  }

  @Test
  void headersAreThoseOfTheServerAndThoseOfTheTransport() throws InterruptedException {
    storage.enqueue(new MockResponse.Builder().build());

    put(Map.of("Content-Type", "image/png", "Content-MD5", "XUFAKrxLKna5cZ2REBfFkg=="));

    RecordedRequest request = storage.takeRequest();
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("image/png");
    assertThat(request.getHeaders().get("Content-MD5")).isEqualTo("XUFAKrxLKna5cZ2REBfFkg==");
    Set<String> others = new TreeSet<>(request.getHeaders().names());
    others.removeAll(Set.of("Content-Type", "Content-MD5"));
    assertThat(others)
        .containsExactly("Accept-Encoding", "Connection", "Content-Length", "Host", "User-Agent");
  }

  @Test
  void refusalNamesTheHostAndNotTheAddress() {
    storage.enqueue(new MockResponse.Builder().code(403).build());

    assertThatThrownBy(() -> put(Map.of()))
        .isInstanceOf(UploadException.class)
        .hasMessage("The file was not uploaded: " + storage.getHostName() + " answered 403.");
  }

  @Test
  void redirectIsNotFollowed() {
    storage.enqueue(
        new MockResponse.Builder().code(307).addHeader("Location", "/elsewhere").build());

    assertThatThrownBy(() -> put(Map.of())).hasMessageEndingWith("answered 307.");
    assertThat(storage.getRequestCount()).isEqualTo(1);
  }

  @Test
  void hostThatIsNotThereIsNamed() {
    String address = storage.url("/photos/1?signature=s3cr3t").toString();
    storage.close();

    assertThatThrownBy(() -> put(address, Map.of()))
        .isInstanceOf(UploadException.class)
        .hasMessageStartingWith("The file was not uploaded: no answer from ")
        .message()
        .doesNotContain("s3cr3t");
  }

  @Test
  void addressThatIsNoUrlIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> put("s3cr3t", Map.of()))
        .isInstanceOf(UploadException.class)
        .message()
        .doesNotContain("s3cr3t");
  }

  private void put(Map<String, String> headers) {
    put(storage.url("/photos/1?signature=s3cr3t").toString(), headers);
  }

  private void put(String address, Map<String, String> headers) {
    new PresignedUpload().put(new Upload("key-1", "crack.png", address, headers), file);
  }
}
