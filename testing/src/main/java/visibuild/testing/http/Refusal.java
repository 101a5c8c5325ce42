package visibuild.testing.http;

/** Ends the handling of a request with an answer. It is no failure, and carries no stack trace. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  /** A refusal with {@code answer}. */
  public Refusal(Answer answer) {
    super("Refused with " + answer.status(), null, false, false);
    this.answer = answer;
  }

  /** 400 with a sentence for people. */
  public static Refusal badRequest(String message) {
    return new Refusal(Answer.error(400, "bad_request", message));
  }

  /** 404: there is no such record. */
  public static Refusal notFound(String kind, String id) {
    return new Refusal(Answer.error(404, "not_found", "There is no " + kind + " \"" + id + "\"."));
  }

  /** What the client gets. */
  public Answer answer() {
    return answer;
  }
}
