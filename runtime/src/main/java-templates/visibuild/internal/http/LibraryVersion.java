package visibuild.internal.http;

/** The version of this library, which the build writes. */
final class LibraryVersion {
  static final String CURRENT = "${project.version}";

  private LibraryVersion() {}
}
