package visibuild.testing.data;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The picture behind every attachment that the sandbox starts with: a grey PNG of 8 by 8 points.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics</a>
 */
public final class Photo {
  /** The media type of the picture. */
  public static final String CONTENT_TYPE = "image/png";

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int SIDE = 8;
  private static final byte BIT_DEPTH = 8;
  private static final byte GREY = (byte) 0x99;
  private static final byte[] PNG = draw();

  private Photo() {}

  /** The bytes of the file. */
  public static byte[] bytes() {
    return PNG.clone();
  }

  static Attachment ofTicket(String id, Instant createdAt) {
    return new Attachment(id, key(id), createdAt);
  }

  static ProjectAttachment ofProject(String projectId, String id, int number, Instant createdAt) {
    return new ProjectAttachment(
        id, "Photo " + number, "Taken on site.", key(id), projectId, createdAt, createdAt);
  }

  private static String key(String id) {
    return "photos/" + id + ".png";
  }

  private static byte[] draw() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE).put(BIT_DEPTH);
    chunk(file, "IHDR", header.array());
    chunk(file, "IDAT", compressed(points()));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  /** Rows of points, each after the byte that names its filter, none. */
  private static byte[] points() {
    ByteBuffer rows = ByteBuffer.allocate(SIDE * (1 + SIDE));
    for (int row = 0; row < SIDE; row++) {
      rows.put((byte) 0);
      for (int column = 0; column < SIDE; column++) {
        rows.put(GREY);
      }
    }
    return rows.array();
  }

  private static byte[] compressed(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] buffer = new byte[256];
    int length = deflater.deflate(buffer);
    deflater.end();
    return ByteBuffer.allocate(length).put(buffer, 0, length).array();
  }

  private static void chunk(ByteArrayOutputStream file, String name, byte[] content) {
    byte[] typed =
        ByteBuffer.allocate(4 + content.length)
            .put(name.getBytes(StandardCharsets.US_ASCII))
            .put(content)
            .array();
    CRC32 checksum = new CRC32();
    checksum.update(typed);
    file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    file.writeBytes(typed);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
