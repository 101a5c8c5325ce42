package visibuild.audit.reachability;

import java.util.Set;
import java.util.regex.Pattern;

/** Knows the classes of this project's runtime, which call no client by themselves. */
final class RuntimeClasses {
  /** The types through which a program gets at Visibuild. */
  static final Set<String> ROOTS =
      Set.of(
          "visibuild/Visibuild",
          "visibuild/ReadAccess",
          "visibuild/WriteAccess",
          "visibuild/Attachments",
          "visibuild/internal/upload/Uploads");

  private static final Pattern OWN =
      Pattern.compile(
          "visibuild/([A-Z][^/]*|(call|internal|webhook|jcache|micrometer|policy|testing|spring)/.*)");

  private RuntimeClasses() {}

  static boolean contain(String type) {
    return type.startsWith("visibuild/") && OWN.matcher(type).matches();
  }

  /** Returns whether an invocation of {@code owner}.{@code name} uploads a file. */
  static boolean upload(String owner, String name) {
    return isForUploads(owner) && (name.equals("upload") || name.equals("<init>"));
  }

  static boolean isForUploads(String type) {
    return type.equals("visibuild/Attachments")
        || type.startsWith("visibuild/internal/upload/Uploads");
  }
}
