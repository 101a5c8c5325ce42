package visibuild.testing.http;

/** Ends the handling of a request with an answer. It is no failure, and carries no stack trace. */
public final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SandboxHttpResponse answer;

  /** A refusal with {@code answer}. */
  public HttpProblem(SandboxHttpResponse answer) {
    super("Refused with " + answer.status(), null, false, false);
    this.answer = answer;
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

  /** What the client gets. */
  public SandboxHttpResponse answer() {
    return answer;
  }
}
