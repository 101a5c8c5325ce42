package visibuild.testing;

import org.jspecify.annotations.Nullable;

/**
 * A request that reached the sandbox, with its result. It contains no secret and no token.
 *
 * <pre>{@code
 * assertThat(sandbox.apiRequests())
 *     .filteredOn(request -> request.method().equals("GET"))
 *     .extracting(ApiRequest::tokenScope)
 *     .containsOnly("read");
 * }</pre>
 *
 * <p>Later versions may add kinds of requests. The interface is not sealed, so a {@code switch}
 * over requests needs a default branch. All requests are immutable.
 *
 * @since 0.1
 */
public interface SandboxRequest {
  /** The HTTP method. */
  String method();

  /** The path as it stood in the request line, still percent-encoded, without the query. */
  String path();

  /** The status of the response, or 0 if the connection broke before it. */
  int status();

  /**
   * A call of the Core or Reporting API, or of a path that is in neither.
   *
   * @param query the part behind the question mark, or {@code null} if there was none; the values
   *     of parameters that might hold a secret are left out
   * @param tokenScope the scope of the token that the call carried, as {@code "read"} or {@code
   *     "read write"}, also if it was expired or revoked; {@code null} if it carried none that the
   *     sandbox issued
   * @param requestId the {@code X-Request-Id} of the response
   * @since 0.1
   */
  record ApiRequest(
      String method,
      String path,
      @Nullable String query,
      @Nullable String tokenScope,
      int status,
      String requestId)
      implements SandboxRequest {}

  /**
   * A request at the token endpoint.
   *
   * @param requestedScope the {@code scope} parameter, or {@code null} if there was none
   * @param grantedScope the scope of the token that was issued, or {@code null} if none was
   * @param requestId the {@code X-Request-Id} of the response
   * @since 0.1
   */
  record TokenRequest(
      String method,
      String path,
      @Nullable String requestedScope,
      @Nullable String grantedScope,
      int status,
      String requestId)
      implements SandboxRequest {}

  /**
   * A request at the file store, Visibuild's second origin.
   *
   * @param size the bytes of the body
   * @param carriedAuthorization whether it carried an {@code Authorization} header, which is always
   *     a mistake there
   * @since 0.1
   */
  record StorageRequest(
      String method, String path, long size, boolean carriedAuthorization, int status)
      implements SandboxRequest {}
}
