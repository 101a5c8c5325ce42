package visibuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.UploadServers;

/** Files on their way to the storage. */
class AttachmentsTest {
  private static final byte[] BYTES = "hello".getBytes(UTF_8);

  @RegisterExtension final UploadServers servers = new UploadServers();

  private final FakeVisibuild server = servers.server();
  private final FakeVisibuild storage = servers.storage();
  @TempDir Path folder;

  @Test
  void anUploadIsAnnouncedWithItsSizeAndChecksum() throws Exception {
    servers.storageNamed(storage.url("/put?signature=sentinel-4711").toString());
    Path file = Files.write(folder.resolve("photo.jpg"), BYTES);

    String key = Attachments.upload(servers.access(), file);

    assertThat(key).isEqualTo("key-1");
    assertThat(server.calls().get(0).getBody().utf8())
        .isEqualTo(
            "{\"filename\":\"photo.jpg\",\"contentType\":\"image/jpeg\",\"fileSize\":5,"
                + "\"checksum\":\"XUFAKrxLKna5cZ2REBfFkg==\"}");
  }

  @Test
  void theBytesGoToTheStorageWithTheHeadersThatWereNamedAndNoToken() {
    servers.storageNamed(storage.url("/put").toString());

    Attachments.upload(servers.access(), UploadServers.photo());

    RecordedRequest put = storage.calls().get(0);
    assertThat(put.getMethod()).isEqualTo("PUT");
    assertThat(put.getBody().utf8()).isEqualTo("hello");
    assertThat(put.getHeaders().get("Content-Type")).isEqualTo("image/jpeg");
    assertThat(put.getHeaders().get("x-amz-acl")).isEqualTo("private");
    assertThat(put.getHeaders().get("Content-Length")).isEqualTo("5");
    assertThat(put.getHeaders().get("Authorization")).isNull();
  }

  @Test
  void progressIsReportedInBytes() {
    servers.storageNamed(storage.url("/put").toString());
    List<Long> sent = new ArrayList<>();

    Attachments.upload(
        servers.access(), Upload.of("a", "text/plain", new byte[150_000]).onProgress(sent::add));

    assertThat(sent).containsExactly(65_536L, 131_072L, 150_000L);
  }

  @Test
  void noTokenIsSentEvenWhereTheStorageIsVisibuildItself() {
    server.calls(
        request -> {
          String put = server.url("/put").toString();
          return request.getMethod().equals("PUT")
              ? Replies.empty(200)
              : Replies.json("{\"data\":{\"upload\":{\"key\":\"key-1\",\"url\":\"" + put + "\"}}}");
        });

    Attachments.upload(servers.access(), UploadServers.photo());

    assertThat(server.calls()).hasSize(2);
    assertThat(server.calls().get(1).getHeaders().get("Authorization")).isNull();
  }

  @Test
  void theHeadersAreThoseThatWereNamedAndThoseOfTheTransport() {
    servers.storageNamed(storage.url("/put").toString());

    Attachments.upload(servers.access(), UploadServers.photo());

    assertThat(storage.calls().get(0).getHeaders().names())
        .containsExactlyInAnyOrder(
            "Content-Type",
            "x-amz-acl",
            "Accept-Encoding",
            "Connection",
            "Content-Length",
            "Host",
            "User-Agent");
  }

  @Test
  void aStreamOfUnknownLengthIsUploadedAndLeftOpen() {
    servers.storageNamed(storage.url("/put").toString());
    AtomicInteger closed = new AtomicInteger();
    InputStream stream =
        new ByteArrayInputStream(BYTES) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };

    String key = Attachments.upload(servers.access(), "photo.jpg", "image/jpeg", stream);

    assertThat(key).isEqualTo("key-1");
    assertThat(storage.calls().get(0).getBody().utf8()).isEqualTo("hello");
    assertThat(closed).hasValue(0);
  }
}
