package visibuild.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import visibuild.policy.json.FileFailures;
import visibuild.policy.json.Json;
import visibuild.policy.json.JsonReading;
import visibuild.policy.json.JsonText;
import visibuild.policy.json.MalformedJsonException;
import visibuild.policy.json.StrictObjectReader;

/**
 * The file of a {@link Lock}, {@code visibuild-lock.json}: JSON in UTF-8, one write on each line,
 * so that a review shows each new write as one new line.
 *
 * @since 0.1
 */
public final class LockFile {
  /** The default file name of a lock. */
  public static final String NAME = "visibuild-lock.json";

  /**
   * The member for a writing verb that {@code @RequiresScope} declares read-only; absent for other
   * writes.
   */
  private static final String STATED = "stated";

  /** A lock with a missing or damaged end. */
  private static final Pattern DAMAGED =
      Pattern.compile(
          "\\A\\s*\\{\\s*\"version\"\\s*:\\s*\\d+\\s*,\\s*\"writes\"\\s*:\\s*\\[\\s*(\\z|[<=>]{7}|\\{\"interface\")");

  /** A lock with the marks of an unresolved merge. */
  private static final Pattern MERGED =
      Pattern.compile("(?s)\\A\\s*\\{.*(?m:^(<{7}|={7}|>{7})).*\"writes\"\\s*:");

  private static final long LONGEST = 8L * 1024 * 1024;

  private LockFile() {}

  /**
   * Reads a lock.
   *
   * @param name the file as a message is to name it
   * @throws MalformedFileException if it is none, or one of a newer version
   */
  public static Lock read(String name, byte[] content) throws MalformedFileException {
    try {
      StrictObjectReader file = StrictObjectReader.of(json(content), "the file");
      FileVersion.check(file, "a lock");
      List<Lock.Write> writes = new ArrayList<>();
      for (Json item : file.items("writes")) {
        StrictObjectReader keys = StrictObjectReader.of(item, "an entry of \"writes\"");
        writes.add(
            new Lock.Write(
                keys.text("interface"),
                keys.text("method"),
                keys.text("verb"),
                keys.text("path"),
                keys.findTexts("headers"),
                keys.find(STATED).isPresent()
                    ? keys.constant(STATED, Access.class)
                    : Access.READ_WRITE));
        keys.rejectUnknown();
      }
      file.rejectUnknown();
      return new Lock(name, writes);
    } catch (MalformedJsonException malformed) {
      throw new MalformedFileException(name, malformed);
    }
  }

  private static Json json(byte[] content) throws MalformedJsonException {
    try {
      return JsonReading.read(content);
    } catch (MalformedJsonException broken) {
      throw new MalformedJsonException(
          broken.line(),
          broken.getMessage() + "; if a merge left it so, make it anew with visibuild audit lock");
    }
  }

  /** The file of {@code lock}, with a line break at its end. */
  public static String write(Lock lock) {
    StringBuilder text =
        new StringBuilder("{\n  \"version\": " + FileVersion.CURRENT + ",\n  \"writes\": [");
    for (Iterator<Lock.Write> writes = lock.writes().iterator(); writes.hasNext(); ) {
      text.append("\n    ").append(line(writes.next())).append(writes.hasNext() ? "," : "\n  ");
    }
    return text.append("]\n}\n").toString();
  }

  /**
   * Refuses to replace a file that is not a lock, or that is only a link to another file. A lock
   * that a merge left broken may be replaced.
   *
   * @throws IOException if {@code place} must not be written
   */
  public static void checkReplaceable(Path place) throws IOException {
    if (Files.isSymbolicLink(place)) {
      throw new IOException(
          place + ": this is a symbolic link. Name the lock file itself, or remove the link.");
    }
    if (!Files.exists(place)) {
      return;
    }
    if (!Files.isRegularFile(place) || Files.size(place) > LONGEST || !isLock(content(place))) {
      throw new IOException(
          place + ": this file is not a lock, so it is not replaced. Name another file.");
    }
  }

  private static byte[] content(Path place) throws IOException {
    try {
      return Files.readAllBytes(place);
    } catch (IOException unreadable) {
      throw new IOException(
          "%s: it cannot be read (%s). Check its permissions."
              .formatted(place, FileFailures.reason(unreadable)),
          unreadable);
    }
  }

  /** Returns whether {@code content} is a lock, of any version, or what a merge left of one. */
  private static boolean isLock(byte[] content) {
    try {
      StrictObjectReader file = StrictObjectReader.of(JsonReading.read(content), "the file");
      file.get("version");
      for (Json item : file.items("writes")) {
        StrictObjectReader write = StrictObjectReader.of(item, "a write");
        write.text("interface");
        write.text("method");
      }
      file.rejectUnknown();
      return true;
    } catch (MalformedJsonException noLock) {
      String text = new String(content, StandardCharsets.ISO_8859_1);
      return DAMAGED.matcher(text).find() || MERGED.matcher(text).find();
    }
  }

  private static String line(Lock.Write write) {
    return JsonText.onOneLine(
        json -> {
          json.writeStartObject();
          json.writeStringField("interface", write.api());
          json.writeStringField("method", write.method());
          json.writeStringField("verb", write.verb());
          json.writeStringField("path", write.path());
          if (!write.headers().isEmpty()) {
            json.writeArrayFieldStart("headers");
            for (String header : write.headers()) {
              json.writeString(header);
            }
            json.writeEndArray();
          }
          if (write.scope() == Access.READ) {
            json.writeStringField(STATED, write.scope().name());
          }
          json.writeEndObject();
        });
  }
}
