package visibuild.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version of this program from its jar. */
final class VisibuildVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = VisibuildVersion.class.getPackage().getImplementationVersion();
    return new String[] {"visibuild " + (version == null ? "(not from a jar)" : version)};
  }
}
