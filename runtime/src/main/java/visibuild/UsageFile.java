package visibuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file to which lines are appended, up to a size. */
record UsageFile(Path file) implements AccessUsageLog.Sink {
  /** The largest size in bytes, so that a forgotten file cannot fill a disk. */
  static final long LARGEST = 64L * 1024 * 1024;

  @Override
  public void write(String line) throws IOException {
    long size = Files.exists(file) ? Files.size(file) : 0;
    if (size > LARGEST) {
      throw new IOException(
          "%s has more than %d bytes. Move it away; the next interval makes a new file."
              .formatted(file, LARGEST));
    }
    String start = size == 0 || endsWithLineBreak(size) ? "" : "\n";
    // One write of a whole line, so that the lines of several processes do not mix.
    Files.write(
        file,
        (start + line + "\n").getBytes(UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.APPEND);
  }

  /** A process that was killed may have left a part of a line. */
  private boolean endsWithLineBreak(long size) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.position(size - 1).read(last);
      return last.get(0) == '\n';
    }
  }
}
