package visibuild.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version of this program from its jar. */
final class VisibuildVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"visibuild " + number()};
  }

  /** Returns the version, or a note that this program was not started from its jar. */
  static String number() {
    String version = VisibuildVersion.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }
}
