package visibuild.policy;

import java.util.List;
import java.util.Optional;

/**
 * The one write that the runtime makes without an interface of the program's: an upload by {@code
 * visibuild.Attachments}. The processor does not see it, so it has no file; who finds a program
 * that uploads takes this descriptor for it.
 *
 * @since 0.1
 */
public final class UploadDescriptor {
  /** What a policy, an approval and a lock call it; its method is {@code upload}. */
  public static final String API = "visibuild.Attachments";

  /** The class that makes the calls. */
  public static final String CLIENT = "visibuild.internal.upload.Uploads";

  private UploadDescriptor() {}

  /**
   * What it may do.
   *
   * @param source where the program uploads, if that is known
   */
  public static Descriptor descriptor(Optional<SourcePosition> source) {
    return new Descriptor(
        API,
        CLIENT,
        Access.READ_WRITE,
        "api/core/v1/",
        source,
        List.of(
            new MethodDescriptor(
                "upload",
                List.of(),
                "POST",
                "api/core/v1/attachments",
                Access.READ_WRITE,
                Reason.VERB,
                source)));
  }
}
