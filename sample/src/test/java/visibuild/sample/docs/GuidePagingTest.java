package visibuild.sample.docs;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import visibuild.IncrementalSync;
import visibuild.Page;
import visibuild.SyncCheckpoint;
import visibuild.SyncHandler;
import visibuild.Visibuild;
import visibuild.sample.records.Visi;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** Lists of any length, and copies of them. */
@VisibuildSandboxTest
class GuidePagingTest {
  private VisibuildSandbox sandbox;
  private GuideApi api;
  private String projectId;

  @BeforeEach
  void connect(VisibuildSandbox sandbox, Visibuild visibuild) {
    this.sandbox = sandbox;
    api = GuideApiClient.create(visibuild.readAccess());
    projectId = api.projects().iterator().next().id();
    sandbox.forgetRequests();
  }

  @Test
  void all() {
    int overdue = 0;

    for (Visi visi : api.visis(projectId, null)) {
      overdue += visi.dueDate() == null ? 0 : 1;
    }

    assertThat(overdue).isPositive();
  }

  @Test
  void some() {
    List<String> titles =
        api.visis(projectId, null).pageSize(500).limit(50).stream().map(Visi::title).toList();

    assertThat(titles).hasSize(50);
    assertThat(sandbox.apiRequests()).hasSize(1);
  }

  @Test
  void resume() {
    List<Visi> stored = new ArrayList<>();
    String cursor = null; // where the last run stopped

    for (Page<Visi> page :
        (Iterable<Page<Visi>>) api.visis(projectId, null).from(cursor).pages()::iterator) {
      stored.addAll(page.items());
      cursor = page.next(); // store it with the records; null on the last page
    }

    assertThat(stored).isNotEmpty();
    assertThat(cursor).isNull();
  }

  @Test
  void ahead() {
    long count = api.visis(projectId, null).readAhead().stream().count();

    assertThat(count).isPositive();
  }

  @Test
  void publisher() throws InterruptedException {
    List<Visi> came = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);

    api.visis(projectId, null)
        .limit(3)
        .publisher()
        .subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(3);
              }

              @Override
              public void onNext(Visi visi) {
                came.add(visi);
              }

              @Override
              public void onError(Throwable failure) {
                done.countDown();
              }

              @Override
              public void onComplete() {
                done.countDown();
              }
            });

    assertThat(done.await(60, SECONDS)).isTrue();
    assertThat(came).hasSize(3);
  }

  @Test
  void sync() {
    Store store = new Store();
    IncrementalSync<Visi> sync =
        IncrementalSync.of(
                since -> api.visis(projectId, since),
                Visi::id,
                visi -> requireNonNull(visi.updatedAt()))
            .overlap(Duration.ofMinutes(10)); // 5 minutes where nothing is said

    sync.run(store.point, store); // the first time: all; then what changed since

    assertThat(store.visis).isNotEmpty();
    assertThat(store.point.since()).isNotNull();
  }

  static class Store implements SyncHandler<Visi> {
    private final Map<String, Visi> visis = new LinkedHashMap<>();
    private SyncCheckpoint point = SyncCheckpoint.start();

    @Override
    public void onRecords(List<Visi> records) {
      records.forEach(visi -> visis.put(visi.id(), visi)); // by id: after a crash some come again
    }

    @Override
    public void onCheckpoint(SyncCheckpoint point) {
      this.point = point; // store it: the next run begins here, even after a crash
    }
  }
}
