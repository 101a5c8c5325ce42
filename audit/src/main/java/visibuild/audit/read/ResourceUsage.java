package visibuild.audit.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;

/** The remaining part of the {@link ResourceLimits} while one program is read. */
final class ResourceUsage {
  private static final int DEEPEST_FOLDER = 200;

  private final ResourceLimits limits;
  private int files;
  private int entries;
  private int descriptors;
  private long descriptorBytes;
  private long methods;
  private long unpacked;

  ResourceUsage(ResourceLimits limits) {
    this.limits = limits;
  }

  void file(String where) throws UnreadableException {
    refuse(++files > limits.files(), where, limits.files() + " files");
  }

  void entries(int count, String where) throws UnreadableException {
    entries += Math.min(count, Integer.MAX_VALUE - entries);
    refuse(entries > limits.entries(), where, limits.entries() + " archive entries");
  }

  void depth(int depth, String where) throws UnreadableException {
    refuse(depth > limits.depth(), where, limits.depth() + " archives within each other");
  }

  void folderDepth(int depth, String where) throws UnreadableException {
    refuse(depth > DEEPEST_FOLDER, where, DEEPEST_FOLDER + " folders within each other");
  }

  /** Reads a whole descriptor. */
  byte[] descriptor(InputStream content, String where) throws IOException, UnreadableException {
    refuse(++descriptors > limits.descriptors(), where, limits.descriptors() + " descriptors");
    byte[] bytes = content.readNBytes(limits.descriptorBytes() + 1);
    refuse(
        bytes.length > limits.descriptorBytes(),
        where,
        limits.descriptorBytes() + " bytes in one descriptor");
    descriptorBytes += bytes.length;
    refuse(
        descriptorBytes > limits.allDescriptorBytes(),
        where,
        limits.allDescriptorBytes() + " bytes in all descriptors");
    unpacked(bytes.length, where);
    return bytes;
  }

  /** Counts what {@code descriptor} keeps in memory. */
  void methods(Descriptor descriptor, String where) throws UnreadableException {
    for (MethodDescriptor method : descriptor.methods()) {
      methods += 1 + method.parameters().size();
    }
    refuse(methods > limits.methods(), where, limits.methods() + " methods and parameters");
  }

  /** Copies {@code content} to {@code target}, as far as the budget lasts. */
  void unpack(InputStream content, OutputStream target, String where)
      throws IOException, UnreadableException {
    byte[] buffer = new byte[64 * 1024];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      unpacked(read, where);
      target.write(buffer, 0, read);
    }
  }

  private void unpacked(int bytes, String where) throws UnreadableException {
    unpacked += bytes;
    refuse(unpacked > limits.unpackedBytes(), where, limits.unpackedBytes() + " unpacked bytes");
  }

  private static void refuse(boolean over, String where, String limit) throws UnreadableException {
    if (over) {
      throw new UnreadableException(
          ("%s: here the limit of %s is passed."
                  + " Audit a smaller part; if this came from others, do not trust it.")
              .formatted(where, limit));
    }
  }
}
