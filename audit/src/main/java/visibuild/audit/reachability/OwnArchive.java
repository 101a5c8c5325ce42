package visibuild.audit.reachability;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The archive or folder that was added first: the program itself, before its libraries. */
final class OwnArchive {
  private final Map<String, String> mains = new HashMap<>();
  private String archive = "";

  /** The part with the program's classes, which Spring Boot and web archives set apart. */
  private String classes = "";

  /** A file lies in the part {@code unit} of {@code origin}. */
  void saw(String origin, String unit) {
    archive = archive.isEmpty() ? origin : archive;
    if (!unit.equals(origin) && origin.equals(archive)) {
      classes = unit;
    }
  }

  /**
   * The manifest of {@code origin} names {@code type} as its {@code Main} or {@code Start} class.
   */
  void starts(String origin, String kind, String type) {
    if (origin.equals(archive)) {
      mains.put(kind, type);
    }
  }

  /**
   * Returns whether {@code type} belongs to the program.
   *
   * @param mixed archives that hold libraries as well, in which the package of the main class
   *     decides
   */
  boolean holds(ClassModel type, Set<String> mixed) {
    String main = mains.getOrDefault("Start", mains.getOrDefault("Main", ""));
    if (!main.isEmpty()
        && ProgramClasses.rootPackage(type.name).equals(ProgramClasses.rootPackage(main))) {
      return true;
    }
    String own = classes.isEmpty() ? archive : classes;
    return type.origin.equals(own) && (main.isEmpty() || !mixed.contains(own));
  }

  /** Returns whether {@code file} lies in this archive, and not in an archive within it. */
  boolean holdsFile(String file) {
    return file.startsWith(archive + "!/") && file.indexOf("!/", archive.length() + 2) < 0;
  }
}
