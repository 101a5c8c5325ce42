package visibuild.policy;

import java.util.List;
import java.util.Optional;

/**
 * The descriptor of uploads by {@code visibuild.Attachments}, the only write without an interface
 * of the program. The processor does not see uploads, so no file describes them; tools that find
 * one use this descriptor.
 *
 * @since 0.1
 */
public final class UploadDescriptor {
  /** The name of uploads in policies, approvals and locks; the method is {@code upload}. */
  public static final String API = "visibuild.Attachments";

  /** The class that makes the calls. */
  public static final String CLIENT = "visibuild.internal.upload.Uploads";

  private UploadDescriptor() {}

  /**
   * Returns the descriptor.
   *
   * @param source the place of the upload in the program, if known
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
