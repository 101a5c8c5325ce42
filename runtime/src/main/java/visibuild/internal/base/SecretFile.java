package visibuild.internal.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The client secret in a file, as container platforms mount it. Read at each call, so that a
 * rotated secret needs no restart. One line break at the end is not part of the secret.
 */
public final class SecretFile implements Supplier<String> {
  private static final int MAX_BYTES = 64 * 1024;

  private final Path path;

  /** The environment variable that names the file, for messages. */
  private final String variable;

  private SecretFile(Path path, String variable) {
    this.path = path;
    this.variable = variable;
  }

  /**
   * Returns the file, after reading it once.
   *
   * @throws IllegalArgumentException if it cannot be read or holds no secret; the message shows
   *     neither the path, which may be a secret by mistake, nor the content
   */
  static SecretFile named(String path, String variable) {
    try {
      SecretFile file = new SecretFile(Path.of(path), variable);
      Secret unused = Secret.of(file.get(), "The secret in the file of " + variable);
      return file;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("The value of " + variable + " is no path of a file.");
    }
  }

  @Override
  public String get() {
    return withoutLineBreak(text(path, variable));
  }

  /**
   * Returns the whole text of a file that should hold a secret.
   *
   * @param setting the setting that names the file, for messages
   * @throws IllegalArgumentException if it cannot be read; the message shows neither the path,
   *     which may be a secret by mistake, nor the content
   */
  public static String text(Path path, String setting) {
    try {
      if (!Files.isRegularFile(path)) {
        throw unreadable(
            setting, Files.exists(path) ? "it is no regular file" : "it does not exist");
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(MAX_BYTES + 1);
      }
      if (bytes.length > MAX_BYTES) {
        throw unreadable(setting, "it is longer than 64 KiB");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw unreadable(setting, "it is not UTF-8");
    } catch (IOException e) {
      throw unreadable(setting, e.getClass().getSimpleName());
    }
  }

  private static String withoutLineBreak(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static IllegalArgumentException unreadable(String setting, String reason) {
    return new IllegalArgumentException(
        "The file that %s names cannot be read (%s); check the path and its permissions."
            .formatted(setting, reason));
  }
}
