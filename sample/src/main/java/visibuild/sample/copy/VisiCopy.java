package visibuild.sample.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import visibuild.IncrementalSync;
import visibuild.sample.api.ProjectsApi;
import visibuild.sample.api.VisisApi;
import visibuild.sample.records.Project;
import visibuild.sample.records.Visi;

/** A copy of all visis, a file for each project. */
public final class VisiCopy {
  private final Path folder;
  private final ProjectsApi projects;
  private final VisisApi visis;
  private final Clock clock;

  /** Keeps a copy in {@code folder} of what these clients read. */
  public VisiCopy(Path folder, ProjectsApi projects, VisisApi visis, Clock clock) {
    this.folder = folder;
    this.projects = projects;
    this.visis = visis;
    this.clock = clock;
  }

  /**
   * Brings the copy up to date, and tells {@code reader} of each project what that brought. A run
   * that breaks off is gone on with by the next one.
   *
   * @throws CopyException if a file cannot be read or written
   * @throws visibuild.VisibuildException if a call fails
   */
  public void update(Consumer<ProjectChanges> reader) {
    createFolder();
    for (Project project : projects.list()) {
      reader.accept(update(project));
    }
  }

  private ProjectChanges update(Project project) {
    String id = project.id();
    IncrementalSync<Visi> sync =
        IncrementalSync.of(
                since -> visis.changed(id, since, null).readAhead(), Visi::id, VisiCopy::changedAt)
            .clock(clock);
    ProjectCopy copy = ProjectCopy.in(new CopyFile(folder.resolve(fileName(id))));
    sync.run(copy.start(), copy);
    return copy.changes(Objects.requireNonNullElse(project.name(), id));
  }

  private static Instant changedAt(Visi visi) {
    return Stream.of(visi.updatedAt(), visi.createdAt())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  /** An id is the server's: it names a file in this folder, and none elsewhere. */
  private static String fileName(String id) {
    return id.replaceAll("[^\\w-]", "_") + ".json";
  }

  private void createFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CopyException("There can be no folder " + folder + " (" + e + ").", e);
    }
  }
}
