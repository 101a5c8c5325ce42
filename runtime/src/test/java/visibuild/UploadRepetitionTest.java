package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.UploadServers;

/** Uploads that are sent again, and when not. */
class UploadRepetitionTest {
  @RegisterExtension final UploadServers servers = new UploadServers();

  private final FakeVisibuild server = servers.server();
  private final FakeVisibuild storage = servers.storage();

  @Test
  void theBytesAreSentAgainWhereTheStorageFails() {
    servers.storageNamed(storage.url("/put").toString());
    storage.calls(UploadServers.retryAfter(503, "0"), Replies.empty(200));

    Attachments.upload(servers.access(), UploadServers.photo());

    assertThat(storage.calls())
        .extracting(put -> put.getBody().utf8())
        .containsExactly("hello", "hello");
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void aStorageThatFailsForGoodIsAFailure() {
    servers.storageNamed(storage.url("/put").toString());
    storage.calls(UploadServers.retryAfter(500, "0"));

    assertThatThrownBy(() -> Attachments.upload(servers.access(), UploadServers.photo()))
        .isInstanceOf(UploadException.class)
        .hasMessage("The storage responded with 500 for photo.jpg.");
    assertThat(storage.calls()).hasSize(3);
  }

  @Test
  void toInterruptTheThreadEndsTheWaitForARepetition() {
    servers.storageNamed(storage.url("/put?signature=sentinel-4711").toString());
    servers.interruptAt(UploadServers.retryAfter(503, "3600"));

    assertThatThrownBy(() -> Attachments.upload(servers.access(), UploadServers.photo()))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("photo.jpg did not reach the storage:")
        .hasMessageNotContaining("sentinel");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(storage.calls()).hasSize(1);
  }

  @Test
  void noWaitIsBegunBeyondTheTimeoutOfAnUpload() {
    servers.storageNamed(storage.url("/put").toString());
    storage.calls(UploadServers.retryAfter(503, "3600"));

    assertThatThrownBy(
            () ->
                Attachments.upload(
                    servers.access(), UploadServers.photo().timeout(Duration.ofSeconds(30))))
        .isInstanceOf(UploadException.class)
        .hasMessage("The storage responded with 503 for photo.jpg.");
    assertThat(storage.calls()).hasSize(1);
  }

  @Test
  void theTimeoutOfCallsIsNoneForAFile() {
    servers.storageNamed(storage.url("/put").toString());
    servers.interruptAt(UploadServers.retryAfter(503, "3600"));
    WriteAccess access =
        server.open(servers.builder().callTimeout(Duration.ofSeconds(30))).writeAccess();

    assertThatThrownBy(() -> Attachments.upload(access, UploadServers.photo()))
        .as("a wait beyond the timeout of calls was begun, and interrupted")
        .hasMessageContaining("the thread was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
