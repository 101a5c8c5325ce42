package visibuild.testing.http;

/**
 * Ends the handling of a request with an error response. It has no stack trace, since it reports no
 * defect.
 */
public final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SandboxHttpResponse response;

  /** Creates a problem with this response. */
  public HttpProblem(SandboxHttpResponse response) {
    super("Refused with " + response.status(), null, false, false);
    this.response = response;
  }

  /** 400 with a sentence for people. */
  public static HttpProblem badRequest(String message) {
    return new HttpProblem(SandboxHttpResponse.error(400, "bad_request", message));
  }

  /** 404: there is no such record. */
  public static HttpProblem notFound(String kind, String id) {
    return new HttpProblem(
        SandboxHttpResponse.error(404, "not_found", "There is no " + kind + " \"" + id + "\"."));
  }

  /** Returns the response for the client. */
  public SandboxHttpResponse response() {
    return response;
  }
}
