package visibuild.testing.server;

import org.jspecify.annotations.Nullable;
import visibuild.testing.http.SandboxHttpRequest;
import visibuild.testing.http.SandboxHttpResponse;

/** The part of a server that serves one family of paths. */
interface Endpoint {
  /**
   * Serves {@code request}.
   *
   * @param instead what to answer without acting upon the request, or null
   */
  Served serve(SandboxHttpRequest request, @Nullable SandboxHttpResponse instead);

  /** An answer and how it is noted down. */
  record Served(SandboxHttpResponse answer, Note note) {}

  /** Makes the entry of a request. */
  @FunctionalInterface
  interface Note {
    RequestRecord of(int status, String requestId);
  }
}
