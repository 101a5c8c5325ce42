package visibuild.sample.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;
import visibuild.IncrementalSync;
import visibuild.Paged;
import visibuild.client.Project;
import visibuild.client.Visi;
import visibuild.client.VisisApi;

/** A copy of all visis, a file for each project. */
public final class VisiCopy {
  private final Path folder;
  private final Paged<Project> projects;
  private final VisisApi visis;
  private final Clock clock;

  /** Creates a copy in {@code folder}, which {@link #update} fills. */
  public VisiCopy(Path folder, Paged<Project> projects, VisisApi visis, Clock clock) {
    this.folder = folder;
    this.projects = projects;
    this.visis = visis;
    this.clock = clock;
  }

  /**
   * Updates the copy and passes the changes of each project to {@code reader}. After a failure, the
   * next run continues at the page where this one stopped.
   *
   * @throws CopyException if a file cannot be read or written
   * @throws visibuild.VisibuildException if a call fails
   */
  public void update(Consumer<ProjectChanges> reader) {
    createFolder();
    for (Project project : projects) {
      reader.accept(update(project));
    }
  }

  private ProjectChanges update(Project project) {
    String id = project.id();
    IncrementalSync<Visi> sync = visis.sync(id).clock(clock);
    ProjectCopy copy = ProjectCopy.in(new CopyFile(folder.resolve(fileName(id))));
    sync.run(copy.start(), copy);
    return copy.changes(Objects.requireNonNullElse(project.name(), id));
  }

  /**
   * Returns the name of a project's file. The id comes from the server: keep path separators out.
   */
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
