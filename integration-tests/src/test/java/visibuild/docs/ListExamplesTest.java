package visibuild.docs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import visibuild.IncrementalSync;
import visibuild.Page;
import visibuild.SyncCheckpoint;
import visibuild.SyncHandler;
import visibuild.Visibuild;
import visibuild.client.Visi;
import visibuild.client.VisibuildReadClient;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** Pagination and synchronization. */
@VisibuildSandboxTest
class ListExamplesTest {
  private VisibuildSandbox sandbox;
  private VisibuildReadClient api;
  private GuideApi guide;
  private String projectId;

  @BeforeEach
  void connect(VisibuildSandbox sandbox, Visibuild visibuild) {
    this.sandbox = sandbox;
    api = VisibuildReadClient.create(visibuild.readAccess());
    guide = GuideApiClient.create(visibuild.readAccess());
    projectId = api.projects().list().iterator().next().id();
    sandbox.forgetRequests();
  }

  @Test
  void all() {
    int overdue = 0;

    for (Visi visi : api.visis().ofProject(projectId)) {
      overdue += visi.dueDate() == null ? 0 : 1;
    }

    assertThat(overdue).isPositive();
  }

  @Test
  void some() {
    List<String> titles =
        api.visis().ofProject(projectId).pageSize(500).limit(50).stream().map(Visi::title).toList();

    assertThat(titles).hasSize(50);
    assertThat(sandbox.apiRequests()).hasSize(1);
  }

  @Test
  void resume() {
    List<Visi> stored = new ArrayList<>();
    String cursor = null; // where the last run stopped

    for (Page<Visi> page :
        (Iterable<Page<Visi>>) api.visis().ofProject(projectId).from(cursor).pages()::iterator) {
      stored.addAll(page.items());
      cursor = page.next(); // store it with the records; null on the last page
    }

    assertThat(stored).isNotEmpty();
    assertThat(cursor).isNull();
  }

  @Test
  void sync() {
    Store store = new Store();
    IncrementalSync<Visi> sync =
        api.visis().sync(projectId).overlap(Duration.ofMinutes(10)); // the default is 5 minutes

    sync.run(store.checkpoint, store); // the first run reads everything, later runs what changed

    assertThat(store.visis).isNotEmpty();
    assertThat(store.checkpoint.since()).isNotNull();
  }

  @Test
  void ownSync() {
    Store store = new Store();

    IncrementalSync<Visi> own =
        IncrementalSync.of(
            since -> guide.visis(projectId, since), // the list, from a time on
            Visi::id, // the identity of a record
            visi -> requireNonNull(visi.updatedAt())); // the time of its last change

    own.run(store.checkpoint, store);
    assertThat(store.visis).isNotEmpty();
  }

  static class Store implements SyncHandler<Visi> {
    private final Map<String, Visi> visis = new LinkedHashMap<>();
    private SyncCheckpoint checkpoint = SyncCheckpoint.start();

    @Override
    public void onRecords(List<Visi> records) {
      records.forEach(visi -> visis.put(visi.id(), visi)); // by id: some records come twice
    }

    @Override
    public void onCheckpoint(SyncCheckpoint checkpoint) {
      this.checkpoint = checkpoint; // store it: the next run starts here, also after a crash
    }
  }
}
