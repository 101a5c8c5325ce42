package visibuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.UploadServers;

/** Uploads that fail, and what they say of it. */
@Tag("slow")
class UploadFailureTest {
  private static final byte[] BYTES = "hello".getBytes(UTF_8);

  @RegisterExtension final UploadServers servers = new UploadServers();

  private final FakeVisibuild server = servers.server();
  private final FakeVisibuild storage = servers.storage();
  @TempDir Path folder;

  @Test
  void aStorageThatRefusesIsAFailureWithoutTheUrl() {
    servers.storageNamed(storage.url("/put?signature=sentinel-4711").toString());
    storage.calls(Replies.empty(403));

    assertThatThrownBy(() -> Attachments.upload(servers.access(), UploadServers.photo()))
        .isInstanceOf(UploadException.class)
        .hasMessage("The storage responded with 403 for photo.jpg.");
    assertThat(storage.calls()).hasSize(1);
  }

  @Test
  void theStoragesResponseIsKeptWithoutSecrets() {
    servers.storageNamed(storage.url("/put?X-Amz-Signature=sentinel-4711").toString());
    storage.calls(
        new MockResponse.Builder()
            .code(403)
            .setHeader("x-amz-request-id", "r-1")
            .body(
                "<Error><Code>SignatureDoesNotMatch</Code><StringToSign>sentinel-a\nb</StringToSign>"
                    + "<At>http://storage.example/put?sentinel-c</At>"
                    + "<Sent>sentinel-4711</Sent></Error>")
            .build());

    assertThatThrownBy(() -> Attachments.upload(servers.access(), UploadServers.photo()))
        .hasMessage("The storage responded with 403 (SignatureDoesNotMatch) for photo.jpg.")
        .isInstanceOfSatisfying(
            UploadException.class,
            e -> {
              assertThat(e.status()).hasValue(403);
              assertThat(e.requestId()).contains("r-1");
              assertThat(e.body())
                  .isEqualTo(
                      "<Error><Code>SignatureDoesNotMatch</Code><StringToSign>[redacted]"
                          + "</StringToSign><At>[redacted]</At><Sent>[redacted]</Sent></Error>");
            });
  }

  @Test
  void aLongResponseOfTheStorageIsCut() {
    servers.storageNamed(storage.url("/put").toString());
    storage.calls(new MockResponse.Builder().code(400).body("x".repeat(20_000)).build());

    assertThatThrownBy(() -> Attachments.upload(servers.access(), UploadServers.photo()))
        .isInstanceOfSatisfying(UploadException.class, e -> assertThat(e.body()).hasSize(8 * 1024));
  }

  @Test
  void valueOfTheUrlThatTheEndOfALongBodyCuts_isNotKept() {
    servers.storageNamed(storage.url("/put?X-Amz-Signature=sentinel-4711").toString());
    // Short tags, so that what is kept of the body reaches its end.
    String start = "<TokenTokenToken>".repeat(10);
    String filling = "</TokenTokenToken>";
    int spaces = 64 * 1024 - start.length() - filling.length() - "sentinel".length();
    storage.calls(
        new MockResponse.Builder()
            .code(403)
            .body(start + " ".repeat(spaces) + filling + "sentinel-4711" + "x".repeat(100))
            .build());

    assertThatThrownBy(() -> Attachments.upload(servers.access(), UploadServers.photo()))
        .isInstanceOfSatisfying(
            UploadException.class, e -> assertThat(e.body()).doesNotContain("sentinel"));
  }

  @Test
  void storageWhoseUrlIsLongerThanServersTake_isRefused() {
    servers.storageNamed(storage.url("/put?a=" + "a".repeat(8 * 1024)).toString());

    assertThatThrownBy(() -> Attachments.upload(servers.access(), UploadServers.photo()))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("a URL of more than 8192 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://storage.example/put", "http://127.evil.example/put"})
  void nothingIsSentToAStorageThatIsNotReachedByHttps(String url) {
    servers.storageNamed(url);

    assertThatThrownBy(() -> Attachments.upload(servers.access(), UploadServers.photo()))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("nothing was sent there");
  }

  @Test
  void aFileThatCannotBeReadIsAFailureBeforeItIsAnnounced() {
    WriteAccess access = servers.access();

    assertThatThrownBy(() -> Attachments.upload(access, folder.resolve("absent.jpg")))
        .isInstanceOf(UploadException.class)
        .hasMessage("absent.jpg cannot be read (NoSuchFileException).")
        .hasCauseInstanceOf(IOException.class);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void sourceThatReportsAnInterrupt_leavesTheThreadInterrupted() {
    WriteAccess access = servers.access();
    InputStream interrupted = new BrokenSource(new InterruptedIOException());
    String message = "log.txt was not uploaded, because the thread was interrupted.";

    assertThatThrownBy(
            () -> Attachments.upload(access, Upload.of("log.txt", "text/plain", () -> interrupted)))
        .isInstanceOf(UploadException.class)
        .hasMessage(message);
    assertThat(Thread.interrupted()).isTrue();
    assertThatThrownBy(() -> Attachments.upload(access, "log.txt", "text/plain", interrupted))
        .isInstanceOf(UploadException.class)
        .hasMessage(message);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.calls()).isEmpty();
  }

  /** The streams of OkHttp's responses report the timeout of their call in this way. */
  @ParameterizedTest
  @ValueSource(strings = {"timeout", "deadline reached"})
  void sourceThatTimesOut_leavesTheThreadUninterrupted(String reason) {
    WriteAccess access = servers.access();
    InputStream late = new BrokenSource(new InterruptedIOException(reason));
    String message = "log.txt cannot be read, because its source timed out.";

    assertThatThrownBy(
            () -> Attachments.upload(access, Upload.of("log.txt", "text/plain", () -> late)))
        .isInstanceOf(UploadException.class)
        .hasMessage(message);
    assertThat(Thread.interrupted()).isFalse();
    assertThatThrownBy(() -> Attachments.upload(access, "log.txt", "text/plain", late))
        .isInstanceOf(UploadException.class)
        .hasMessage(message);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aFileThatGrowsIsAFailure() {
    servers.storageNamed(storage.url("/put").toString());
    AtomicInteger opened = new AtomicInteger();
    Upload growing =
        Upload.of(
            "log.txt",
            "text/plain",
            () -> new ByteArrayInputStream(new byte[10 + opened.getAndIncrement()]));

    assertThatThrownBy(() -> Attachments.upload(servers.access(), growing))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("log.txt changed while it was uploaded");
  }

  @Test
  void aFileThatIsGoneWhenItIsSentIsAFailureThatIsNotRepeated() {
    servers.storageNamed(storage.url("/put").toString());
    AtomicInteger opened = new AtomicInteger();
    Upload gone =
        Upload.of(
            "log.txt",
            "text/plain",
            () -> {
              if (opened.incrementAndGet() > 1) {
                throw new IOException("gone");
              }
              return new ByteArrayInputStream(BYTES);
            });

    assertThatThrownBy(() -> Attachments.upload(servers.access(), gone))
        .isInstanceOf(UploadException.class)
        .hasMessage("log.txt cannot be read (IOException).")
        .hasRootCauseMessage("gone");
    assertThat(opened).hasValue(2);
  }

  @Test
  void aFileThatBreaksOffWhenItIsSentIsAFailureThatIsNotRepeated() {
    servers.storageNamed(storage.url("/put").toString());
    AtomicInteger opened = new AtomicInteger();
    Upload broken =
        Upload.of(
            "log.txt",
            "text/plain",
            () ->
                opened.incrementAndGet() == 1
                    ? new ByteArrayInputStream(BYTES)
                    : new SequenceInputStream(
                        new ByteArrayInputStream(BYTES),
                        new BrokenSource(new IOException("bad disk"))));

    assertThatThrownBy(() -> Attachments.upload(servers.access(), broken))
        .isInstanceOf(UploadException.class)
        .hasMessage("log.txt cannot be read (IOException).")
        .hasRootCauseMessage("bad disk");
    assertThat(opened).hasValue(2);
  }

  private static final class BrokenSource extends InputStream {
    private final IOException failure;

    BrokenSource(IOException failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      throw failure;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      throw failure;
    }
  }

  @Test
  void aRedirectOfTheStorageIsNotFollowed() {
    servers.storageNamed(storage.url("/put").toString());
    storage.calls(Replies.redirect(307, "/elsewhere"));

    assertThatThrownBy(() -> Attachments.upload(servers.access(), UploadServers.photo()))
        .isInstanceOf(UploadException.class)
        .hasMessage("The storage responded with 307 for photo.jpg.");
    assertThat(storage.calls()).hasSize(1);
  }

  @Test
  void whatProgressThrowsEndsTheUpload() {
    servers.storageNamed(storage.url("/put").toString());

    assertThatThrownBy(
            () ->
                Attachments.upload(
                    servers.access(),
                    UploadServers.photo()
                        .onProgress(
                            sent -> {
                              throw new IllegalStateException("enough");
                            })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");
  }

  /** Few sources notice an interrupt themselves, and the checksum of a large file takes minutes. */
  @Test
  void toInterruptTheThreadEndsTheReadingOfTheChecksum() {
    AtomicInteger reads = new AtomicInteger();
    InputStream bytes =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            Thread.currentThread().interrupt();
            return reads.incrementAndGet() < 1_000 ? length : -1;
          }
        };
    Upload upload = Upload.of("photo.jpg", "image/jpeg", () -> bytes);

    assertThatThrownBy(() -> Attachments.upload(servers.access(), upload))
        .isInstanceOf(UploadException.class)
        .hasMessage("photo.jpg was not uploaded, because the thread was interrupted.");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reads).hasValue(1);
    assertThat(server.calls()).isEmpty();
  }

  /** To open a named pipe waits for its writer, which no interrupt and no timeout ends. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileThatIsNotRegularIsAFailureBeforeItIsOpened() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    for (Path file : List.of(pipe, folder)) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(() -> Attachments.upload(servers.access(), file))
                  .isInstanceOf(UploadException.class)
                  .hasMessage(
                      "%s is not a regular file, so it cannot be read twice; give a regular file,"
                              .formatted(file.getFileName())
                          + " or a stream."));
    }
    assertThat(server.calls()).isEmpty();
  }
}
