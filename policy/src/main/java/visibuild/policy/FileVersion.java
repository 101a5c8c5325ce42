package visibuild.policy;

import visibuild.policy.json.MalformedJsonException;
import visibuild.policy.json.StrictObjectReader;

/** The {@code version} that each of the three files starts with. */
final class FileVersion {
  /** The one version there is, of all three. */
  static final int CURRENT = 1;

  private FileVersion() {}

  static void check(StrictObjectReader file, String what) throws MalformedJsonException {
    int version = file.count("version");
    if (version > CURRENT) {
      throw new MalformedJsonException(
          file.line("version"),
          ("this is %s of version %d, and versions up to %d are understood here;"
                  + " it was made for a newer release of Visibuild for Java, so use that one")
              .formatted(what, version, CURRENT));
    }
  }
}
