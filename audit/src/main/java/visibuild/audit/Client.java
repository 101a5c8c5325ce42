package visibuild.audit;

import visibuild.policy.Descriptor;
import visibuild.policy.UploadDescriptor;

/**
 * A client in a program.
 *
 * @param descriptor its descriptor
 * @param origin the jar or folder that it came from, as {@code app.jar!/BOOT-INF/lib/desk.jar}
 * @since 0.1
 */
public record Client(Descriptor descriptor, String origin) {
  /** Returns whether it stands for uploads, which are a class of the runtime. */
  public boolean isUpload() {
    return descriptor.api().equals(UploadDescriptor.API);
  }
}
