package visibuild.sample.copy;

import java.util.List;
import visibuild.client.Visi;

/**
 * The changes of one project in one run.
 *
 * @param name the project's name
 * @param isFirst whether there was no whole copy before
 * @param total how many visis the copy has now
 * @param changed the new and changed ones
 */
public record ProjectChanges(String name, boolean isFirst, int total, List<Visi> changed) {
  /** Keeps a copy of its list. */
  public ProjectChanges {
    changed = List.copyOf(changed);
  }
}
