package visibuild.sample.copy;

import java.util.List;
import visibuild.client.Visi;

/**
 * What a run brought of one project.
 *
 * @param name the project's name
 * @param isFirst whether there was no whole copy before
 * @param total how many visis the copy has now
 * @param changed those that are new, or other than in the copy before
 */
public record ProjectChanges(String name, boolean isFirst, int total, List<Visi> changed) {
  /** Keeps a copy of its list. */
  public ProjectChanges {
    changed = List.copyOf(changed);
  }
}
