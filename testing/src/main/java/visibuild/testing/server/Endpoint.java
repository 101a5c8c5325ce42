package visibuild.testing.server;

import org.jspecify.annotations.Nullable;
import visibuild.testing.http.SandboxHttpRequest;
import visibuild.testing.http.SandboxHttpResponse;

/** The part of a server that serves one family of paths. */
interface Endpoint {
  /**
   * Serves {@code request}.
   *
   * @param instead the response to send without processing the request, or null
   */
  Served serve(SandboxHttpRequest request, @Nullable SandboxHttpResponse instead);

  /** A response and its log entry. */
  record Served(SandboxHttpResponse response, Note note) {}

  /** Makes the entry of a request. */
  @FunctionalInterface
  interface Note {
    RequestRecord of(int status, String requestId);
  }
}
