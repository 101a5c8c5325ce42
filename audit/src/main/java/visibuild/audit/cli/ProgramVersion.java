package visibuild.audit.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, from its jar. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"visibuild audit " + (version == null ? "(not from a jar)" : version)};
  }
}
