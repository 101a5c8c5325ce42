package visibuild.testing.storage;

import java.time.Instant;
import java.util.Map;

/**
 * A place for one file, promised and not yet filled.
 *
 * @param signature what the presigned URL proves itself with
 * @param headers the headers that the PUT must carry
 * @param expiresAt from when on the URL is worth nothing
 */
record Upload(
    String key,
    String signature,
    long size,
    String checksum,
    Map<String, String> headers,
    Instant expiresAt) {
  @Override
  public String toString() {
    return "Upload[key=" + key + ", size=" + size + "]";
  }
}
