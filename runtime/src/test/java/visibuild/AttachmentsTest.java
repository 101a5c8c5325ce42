package visibuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Files on their way to the storage. */
class AttachmentsTest {
  private static final byte[] BYTES = "hello".getBytes(UTF_8);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final FakeVisibuild storage = new FakeVisibuild();
  @TempDir Path folder;

  @Test
  void anUploadIsAnnouncedWithItsSizeAndChecksum() throws Exception {
    storageNamed(storage.url("/put?signature=sentinel-4711").toString());
    Path file = Files.write(folder.resolve("photo.jpg"), BYTES);

    String key = Attachments.upload(access(), file);

    assertThat(key).isEqualTo("key-1");
    assertThat(server.calls().get(0).getBody().utf8())
        .isEqualTo(
            "{\"filename\":\"photo.jpg\",\"contentType\":\"image/jpeg\",\"fileSize\":5,"
                + "\"checksum\":\"XUFAKrxLKna5cZ2REBfFkg==\"}");
  }

  @Test
  void theBytesGoToTheStorageWithTheHeadersThatWereNamedAndNoToken() {
    storageNamed(storage.url("/put").toString());

    Attachments.upload(access(), upload());

    RecordedRequest put = storage.calls().get(0);
    assertThat(put.getMethod()).isEqualTo("PUT");
    assertThat(put.getBody().utf8()).isEqualTo("hello");
    assertThat(put.getHeaders().get("Content-Type")).isEqualTo("image/jpeg");
    assertThat(put.getHeaders().get("x-amz-acl")).isEqualTo("private");
    assertThat(put.getHeaders().get("Content-Length")).isEqualTo("5");
    assertThat(put.getHeaders().get("Authorization")).isNull();
  }

  @Test
  void progressIsToldInBytes() {
    storageNamed(storage.url("/put").toString());
    List<Long> sent = new ArrayList<>();

    Attachments.upload(
        access(), Upload.of("a", "text/plain", new byte[150_000]).onProgress(sent::add));

    assertThat(sent).containsExactly(65_536L, 131_072L, 150_000L);
  }

  @Test
  void theBytesAreSentAgainWhereTheStorageFails() {
    storageNamed(storage.url("/put").toString());
    storage.calls(retryAfter(503, "0"), Replies.empty(200));

    Attachments.upload(access(), upload());

    assertThat(storage.calls())
        .extracting(put -> put.getBody().utf8())
        .containsExactly("hello", "hello");
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void aStorageThatRefusesIsAFailureWithoutTheUrl() {
    storageNamed(storage.url("/put?signature=sentinel-4711").toString());
    storage.calls(Replies.empty(403));

    assertThatThrownBy(() -> Attachments.upload(access(), upload()))
        .isInstanceOf(UploadException.class)
        .hasMessage("The storage answered 403 to photo.jpg.");
    assertThat(storage.calls()).hasSize(1);
  }

  @Test
  void aStorageThatFailsForGoodIsAFailure() {
    storageNamed(storage.url("/put").toString());
    storage.calls(retryAfter(500, "0"));

    assertThatThrownBy(() -> Attachments.upload(access(), upload()))
        .isInstanceOf(UploadException.class)
        .hasMessage("The storage answered 500 to photo.jpg.");
    assertThat(storage.calls()).hasSize(3);
  }

  @Test
  void whatTheStorageSaysIsKeptWithoutWhatIsSecret() {
    storageNamed(storage.url("/put?X-Amz-Signature=sentinel-4711").toString());
    storage.calls(
        new MockResponse.Builder()
            .code(403)
            .setHeader("x-amz-request-id", "r-1")
            .body(
                "<Error><Code>SignatureDoesNotMatch</Code><StringToSign>sentinel-a\nb</StringToSign>"
                    + "<At>http://storage.example/put?sentinel-c</At>"
                    + "<Sent>sentinel-4711</Sent></Error>")
            .build());

    assertThatThrownBy(() -> Attachments.upload(access(), upload()))
        .hasMessage("The storage answered 403 (SignatureDoesNotMatch) to photo.jpg.")
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
  void aLongAnswerOfTheStorageIsCut() {
    storageNamed(storage.url("/put").toString());
    storage.calls(new MockResponse.Builder().code(400).body("x".repeat(20_000)).build());

    assertThatThrownBy(() -> Attachments.upload(access(), upload()))
        .isInstanceOfSatisfying(UploadException.class, e -> assertThat(e.body()).hasSize(8 * 1024));
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

    Attachments.upload(access(), upload());

    assertThat(server.calls()).hasSize(2);
    assertThat(server.calls().get(1).getHeaders().get("Authorization")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://storage.example/put", "http://127.evil.example/put"})
  void nothingIsSentToAStorageThatIsNotReachedByHttps(String url) {
    storageNamed(url);

    assertThatThrownBy(() -> Attachments.upload(access(), upload()))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("nothing was sent there");
  }

  @Test
  void aFileThatCannotBeReadIsAFailureBeforeItIsAnnounced() {
    WriteAccess access = access();

    assertThatThrownBy(() -> Attachments.upload(access, folder.resolve("absent.jpg")))
        .isInstanceOf(UploadException.class)
        .hasMessage("absent.jpg cannot be read.")
        .hasCauseInstanceOf(IOException.class);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void aFileThatGrowsIsAFailure() {
    storageNamed(storage.url("/put").toString());
    AtomicInteger opened = new AtomicInteger();
    Upload growing =
        Upload.of(
            "log.txt",
            "text/plain",
            () -> new ByteArrayInputStream(new byte[10 + opened.getAndIncrement()]));

    assertThatThrownBy(() -> Attachments.upload(access(), growing))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("log.txt changed while it was uploaded");
  }

  @Test
  void theHeadersAreThoseThatWereNamedAndThoseOfTheTransport() {
    storageNamed(storage.url("/put").toString());

    Attachments.upload(access(), upload());

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
  void aRedirectOfTheStorageIsNotFollowed() {
    storageNamed(storage.url("/put").toString());
    storage.calls(Replies.redirect(307, "/elsewhere"));

    assertThatThrownBy(() -> Attachments.upload(access(), upload()))
        .isInstanceOf(UploadException.class)
        .hasMessage("The storage answered 307 to photo.jpg.");
    assertThat(storage.calls()).hasSize(1);
  }

  @Test
  void aStreamOfUnknownLengthIsUploadedAndLeftOpen() {
    storageNamed(storage.url("/put").toString());
    AtomicInteger closed = new AtomicInteger();
    InputStream stream =
        new ByteArrayInputStream(BYTES) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };

    String key = Attachments.upload(access(), "photo.jpg", "image/jpeg", stream);

    assertThat(key).isEqualTo("key-1");
    assertThat(storage.calls().get(0).getBody().utf8()).isEqualTo("hello");
    assertThat(closed).hasValue(0);
  }

  @Test
  void aFileThatIsGoneWhenItIsSentIsAFailureThatIsNotRepeated() {
    storageNamed(storage.url("/put").toString());
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

    assertThatThrownBy(() -> Attachments.upload(access(), gone))
        .isInstanceOf(UploadException.class)
        .hasMessage("log.txt cannot be read.")
        .hasRootCauseMessage("gone");
    assertThat(opened).hasValue(2);
  }

  @Test
  void toInterruptTheThreadEndsTheWaitForARepetition() {
    storageNamed(storage.url("/put?signature=sentinel-4711").toString());
    interruptAt(retryAfter(503, "3600"));

    assertThatThrownBy(() -> Attachments.upload(access(), upload()))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("photo.jpg did not reach the storage:")
        .hasMessageNotContaining("sentinel");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(storage.calls()).hasSize(1);
  }

  @Test
  void noWaitIsBegunBeyondTheTimeoutOfAnUpload() {
    storageNamed(storage.url("/put").toString());
    storage.calls(retryAfter(503, "3600"));

    assertThatThrownBy(() -> Attachments.upload(access(), upload().timeout(Duration.ofSeconds(30))))
        .isInstanceOf(UploadException.class)
        .hasMessage("The storage answered 503 to photo.jpg.");
    assertThat(storage.calls()).hasSize(1);
  }

  @Test
  void theTimeoutOfCallsIsNoneForAFile() {
    storageNamed(storage.url("/put").toString());
    interruptAt(retryAfter(503, "3600"));
    WriteAccess access = server.open(builder().callTimeout(Duration.ofSeconds(30))).writeAccess();

    assertThatThrownBy(() -> Attachments.upload(access, upload()))
        .as("a wait beyond the timeout of calls was begun, and interrupted")
        .hasMessageContaining("the thread was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatProgressThrowsEndsTheUpload() {
    storageNamed(storage.url("/put").toString());

    assertThatThrownBy(
            () ->
                Attachments.upload(
                    access(),
                    upload()
                        .onProgress(
                            sent -> {
                              throw new IllegalStateException("enough");
                            })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");
  }

  private void interruptAt(MockResponse answer) {
    Thread uploading = Thread.currentThread();
    storage.calls(
        request -> {
          uploading.interrupt();
          return answer;
        });
  }

  private void storageNamed(String url) {
    storage.calls(Replies.empty(200));
    server.calls(
        Replies.json(
            """
            {"data":{"upload":{"key":"key-1","filename":"photo.jpg","url":"%s",
              "headers":{"Content-Type":"image/jpeg","x-amz-acl":"private"}}}}"""
                .formatted(url)));
  }

  private WriteAccess access() {
    return server.open(builder()).writeAccess();
  }

  private VisibuildBuilder builder() {
    return server.builder(ClientCredentials.of("id", "secret", Scope.READ_WRITE)).retries(2);
  }

  private static MockResponse retryAfter(int status, String seconds) {
    return Replies.empty(status).newBuilder().setHeader("Retry-After", seconds).build();
  }

  private static Upload upload() {
    return Upload.of("photo.jpg", "image/jpeg", BYTES);
  }
}
