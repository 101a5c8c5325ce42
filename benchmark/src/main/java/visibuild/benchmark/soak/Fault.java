package visibuild.benchmark.soak;

import java.util.List;

/** The ways in which the server fails. */
enum Fault {
  /** All tokens are revoked; the API responds 401 until a new one is used. */
  REVOKED_TOKENS("401, all tokens revoked", false),
  /** 429 with {@code Retry-After: 1}. */
  TOO_MANY_REQUESTS("429 with Retry-After", false),
  /** 503 with {@code Retry-After: 1}. */
  RETRY_LATER("503 with Retry-After", false),
  /** 503 without a header: a write may have been processed, as far as the client knows. */
  UNAVAILABLE("503", true),
  /** A reset before the request is processed. */
  RESET_BEFORE("reset before processing", true),
  /** A reset after the request was processed. */
  RESET_AFTER("reset after processing", true),
  /** A body that ends early, after the request was processed. */
  TRUNCATED("truncated response", true),
  /** A response that takes 300 to 1,500 ms. */
  SLOW("slow response", false),
  /** The connection is closed while it is idle, without notice. */
  CLOSED_IDLE("idle connection closed", false),
  /** A request that arrived after the server had closed the idle connection. */
  CROSSED("request crossed the close", true);

  /** The faults that also happen to single requests at any time. */
  static final List<Fault> SINGLE =
      List.of(RETRY_LATER, UNAVAILABLE, RESET_BEFORE, RESET_AFTER, TRUNCATED, SLOW, CLOSED_IDLE);

  /** The faults that happen to most requests for a moment. */
  static final List<Fault> DISTURBANCES =
      List.of(
          TOO_MANY_REQUESTS,
          RESET_AFTER,
          REVOKED_TOKENS,
          RETRY_LATER,
          CLOSED_IDLE,
          TRUNCATED,
          SLOW,
          UNAVAILABLE,
          RESET_BEFORE);

  private final String title;
  private final boolean isAmbiguous;

  Fault(String title, boolean isAmbiguous) {
    this.title = title;
    this.isAmbiguous = isAmbiguous;
  }

  String title() {
    return title;
  }

  /** Returns whether the client cannot know that a write was not processed, so it may fail. */
  boolean isAmbiguous() {
    return isAmbiguous;
  }
}
