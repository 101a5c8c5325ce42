package visibuild.sample.copy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import visibuild.SyncCheckpoint;
import visibuild.Visibuild;
import visibuild.client.Visi;

/**
 * The file of a project's copy. The records and how far the sync got stand in one file, which is
 * replaced in one step: whenever the program is killed, the two fit.
 */
record CopyFile(Path path) {
  private static final ObjectMapper JSON = Visibuild.newObjectMapper();

  /**
   * The content of the file.
   *
   * @param point the checkpoint of the last run
   * @param visis the records by their ids
   */
  record Content(SyncCheckpoint point, Map<String, Visi> visis) {}

  /** Reads the file; the content is empty if there is none yet. */
  Content read() {
    try {
      return JSON.readValue(Files.readAllBytes(path), Content.class);
    } catch (NoSuchFileException e) {
      return new Content(SyncCheckpoint.start(), Map.of());
    } catch (JsonProcessingException e) {
      throw new CopyException(path + " is no copy of visis; delete it to begin anew.", e);
    } catch (IOException e) {
      throw new CopyException("The copy " + path + " cannot be read (" + e + ").", e);
    }
  }

  void write(Content content) {
    Path written = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.write(written, JSON.writeValueAsBytes(content));
      Files.move(written, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CopyException("The copy " + path + " cannot be written (" + e + ").", e);
    }
  }
}
