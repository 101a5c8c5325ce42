package visibuild.audit.read;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import visibuild.policy.UploadDescriptor;

/**
 * Looks whether the class file that is written to it names the runtime's class for uploads: then it
 * stands among the constants, as tag, length and name.
 */
final class UploadSearch extends OutputStream {
  private static final String NAME = UploadDescriptor.API.replace('.', '/');
  private static final byte UTF8_TAG = 1;

  /**
   * Its first byte occurs in it once only, so after a byte that does not fit the search is at 0 or
   * 1.
   */
  private static final byte[] CONSTANT = constant();

  private int matched;

  /** Whether {@code name} is that of a class file other than the runtime's own. */
  static boolean isFor(String name) {
    return name.endsWith(".class")
        && !name.equals(NAME + ".class")
        && !name.endsWith("/" + NAME + ".class");
  }

  boolean hasFound() {
    return matched == CONSTANT.length;
  }

  @Override
  public void write(int next) {
    if (hasFound()) {
      return;
    }
    byte value = (byte) next;
    if (value == CONSTANT[matched]) {
      matched++;
    } else {
      matched = value == UTF8_TAG ? 1 : 0;
    }
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    for (int index = from; index < from + count; index++) {
      write(bytes[index]);
    }
  }

  private static byte[] constant() {
    String head = new String(new char[] {UTF8_TAG, 0, (char) NAME.length()});
    return (head + NAME).getBytes(StandardCharsets.ISO_8859_1);
  }
}
