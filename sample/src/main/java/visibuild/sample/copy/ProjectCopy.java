package visibuild.sample.copy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import visibuild.SyncCheckpoint;
import visibuild.SyncHandler;
import visibuild.client.Visi;

/** The copy of one project's visis. What comes again unchanged is no change. */
final class ProjectCopy implements SyncHandler<Visi> {
  private final CopyFile file;
  private final SyncCheckpoint start;
  private final Map<String, Visi> visis;
  private final List<Visi> changed = new ArrayList<>();

  private ProjectCopy(CopyFile file, CopyFile.Content content) {
    this.file = file;
    this.start = content.point();
    this.visis = new LinkedHashMap<>(content.visis());
  }

  static ProjectCopy in(CopyFile file) {
    return new ProjectCopy(file, file.read());
  }

  /** Returns the checkpoint of the last run. */
  SyncCheckpoint start() {
    return start;
  }

  @Override
  public void onRecords(List<Visi> records) {
    for (Visi visi : records) {
      if (!visi.equals(visis.put(visi.id(), visi))) {
        changed.add(visi);
      }
    }
  }

  @Override
  public void onCheckpoint(SyncCheckpoint point) {
    file.write(new CopyFile.Content(point, visis));
  }

  /** Returns the changes of this run. */
  ProjectChanges changes(String name) {
    return new ProjectChanges(name, start.since() == null, visis.size(), changed);
  }
}
