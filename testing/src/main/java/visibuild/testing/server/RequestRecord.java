package visibuild.testing.server;

import org.jspecify.annotations.Nullable;

/** A logged request with its outcome. The status is 0 if no response was sent. */
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
