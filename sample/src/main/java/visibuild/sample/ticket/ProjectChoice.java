package visibuild.sample.ticket;

import java.util.List;
import visibuild.Paged;
import visibuild.client.Project;

/** Finds the project that a person means. */
public final class ProjectChoice {
  private ProjectChoice() {}

  /**
   * Finds the project with this id, number or name. An id takes precedence over a number, and a
   * number over a name.
   *
   * @throws UnknownProjectException if there is none, or more than one
   * @throws visibuild.VisibuildException if the projects cannot be read
   */
  public static Project find(Paged<Project> projects, String wanted) {
    List<Project> all = projects.stream().toList();
    return all.stream()
        .filter(project -> wanted.equals(project.id()))
        .findFirst()
        .orElseGet(() -> byNumberOrName(all, wanted));
  }

  private static Project byNumberOrName(List<Project> all, String wanted) {
    List<Project> found = all.stream().filter(p -> wanted.equals(p.projectIdentifier())).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(project -> wanted.equals(project.name())).toList();
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new UnknownProjectException(
          "There is no project \"%s\". The projects are:".formatted(wanted), all);
    }
    throw new UnknownProjectException(
        "There are several projects \"%s\". Choose one by its id:".formatted(wanted), found);
  }
}
