package visibuild.testing.server;

import org.jspecify.annotations.Nullable;

/**
 * A request as it is noted down, with what became of it. A status of 0 says: no answer was sent.
 */
public sealed interface RequestRecord {
  /** A call of an API, or of a path that is nowhere. */
  record Api(
      String method,
      String path,
      @Nullable String query,
      @Nullable String tokenScope,
      int status,
      String requestId)
      implements RequestRecord {}

  /** A request at the token endpoint. */
  record Token(
      String method,
      @Nullable String requestedScope,
      @Nullable String grantedScope,
      int status,
      String requestId)
      implements RequestRecord {}

  /** A request at the file store. */
  record Storage(String method, String path, long size, boolean carriedAuthorization, int status)
      implements RequestRecord {}
}
