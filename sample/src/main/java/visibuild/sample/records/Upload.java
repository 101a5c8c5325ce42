package visibuild.sample.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where to put the bytes of a file, and under which key they are known then.
 *
 * @param key what a ticket refers to the file by
 * @param filename the name of the file
 * @param url the presigned address, on another host; whoever knows it may write there
 * @param headers what has to be sent with the bytes, and nothing else
 */
public record Upload(
    String key, @Nullable String filename, String url, @NeverNull Map<String, String> headers) {
  /** Keeps copies of its collections. */
  public Upload {
    headers = Map.copyOf(headers);
  }

  /** Leaves out the address and the headers: they are a permission to write. */
  @Override
  public String toString() {
    return "Upload[key=" + key + ", filename=" + filename + "]";
  }
}
