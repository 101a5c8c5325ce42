package visibuild.sample.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static visibuild.sample.FromJson.project;
import static visibuild.sample.FromJson.visi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.ConnectionException;
import visibuild.Page;
import visibuild.PageSource;
import visibuild.Paged;
import visibuild.client.Project;
import visibuild.client.Visi;
import visibuild.client.VisiRequirement;
import visibuild.client.VisiStatusChange;
import visibuild.client.VisiTag;
import visibuild.client.VisisApi;

class VisiCopyTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Visi CRACK = changedAt("v1", "Crack", "2026-03-01T10:00:00Z");
  private static final Visi LEAK = changedAt("v2", "Leak", "2026-03-01T11:00:00Z");

  @TempDir private Path folder;
  private final FakeVisis visis = new FakeVisis();
  private final Paged<Project> projects =
      Paged.of(List.of(project("{\"id\": \"p1\", \"name\": \"Tower\"}")));

  @Test
  void firstRunCopiesAll() {
    visis.pages = List.of(new Page<>(List.of(CRACK), "c1"), new Page<>(List.of(LEAK), null));

    assertThat(update())
        .containsExactly(new ProjectChanges("Tower", true, 2, List.of(CRACK, LEAK)));
    assertThat(visis.asked).containsExactly("null at null", "null at c1");
  }

  @Test
  void nextRunAsksForWhatChangedSinceAndReportsOnlyThat() {
    visis.pages = List.of(new Page<>(List.of(CRACK, LEAK), null));
    update();
    Visi dried = changedAt("v2", "Leak, dried", "2026-03-02T11:58:00Z");
    visis.pages = List.of(new Page<>(List.of(CRACK, dried), null));

    assertThat(update()).containsExactly(new ProjectChanges("Tower", false, 2, List.of(dried)));
    assertThat(visis.asked).last().isEqualTo("2026-03-02T11:55:00Z at null");
  }

  @Test
  void runThatBreaksOffIsGoneOnWithAtItsPage() {
    visis.pages = List.of(new Page<>(List.of(CRACK), "c1"));
    assertThatThrownBy(this::update).isInstanceOf(ConnectionException.class);
    visis.pages = List.of(new Page<>(List.of(LEAK), null));

    assertThat(update()).containsExactly(new ProjectChanges("Tower", true, 2, List.of(LEAK)));
    assertThat(visis.asked).last().isEqualTo("null at c1");
  }

  @Test
  void fileThatIsNoCopyIsNamedAndLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("p1.json"), "not JSON");

    assertThatThrownBy(this::update)
        .isInstanceOf(CopyException.class)
        .hasMessageContaining("p1.json is no copy of visis; delete it to begin anew.");
    assertThat(file).hasContent("not JSON");
  }

  private List<ProjectChanges> update() {
    List<ProjectChanges> told = new ArrayList<>();
    visis.next = 0;
    new VisiCopy(folder, projects, visis, Clock.fixed(NOON, ZoneOffset.UTC)).update(told::add);
    return told;
  }

  private static Visi changedAt(String id, String title, String updatedAt) {
    return visi(
        "{\"id\": \"%s\", \"title\": \"%s\", \"updatedAt\": \"%s\"}"
            .formatted(id, title, updatedAt));
  }

  /** Pages in turn; behind the last the connection breaks off. */
  private static final class FakeVisis implements VisisApi {
    private final List<String> asked = new ArrayList<>();
    private List<Page<Visi>> pages = List.of();
    private int next;

    @Override
    public Paged<Visi> changed(
        String projectId, @Nullable Instant updatedAfter, @Nullable Instant updatedBefore) {
      PageSource<Visi> source =
          (pageSize, cursor) -> {
            asked.add(updatedAfter + " at " + cursor);
            if (next == pages.size()) {
              throw new ConnectionException("The network is gone.", null);
            }
            return pages.get(next++);
          };
      return Paged.of(source);
    }

    @Override
    public Paged<VisiTag> tags(String projectId) {
      throw new AssertionError("not needed");
    }

    @Override
    public Paged<VisiRequirement> requirements(String projectId) {
      throw new AssertionError("not needed");
    }

    @Override
    public Paged<VisiStatusChange> statusChanges(String projectId) {
      throw new AssertionError("not needed");
    }
  }
}
