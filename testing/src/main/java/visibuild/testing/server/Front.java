package visibuild.testing.server;

import org.jspecify.annotations.Nullable;
import visibuild.testing.http.Answer;
import visibuild.testing.http.Incoming;

/** The part of a server that serves one family of paths. */
interface Front {
  /**
   * Serves {@code request}.
   *
   * @param instead what to answer without acting upon the request, or null
   */
  Served serve(Incoming request, @Nullable Answer instead);

  /** An answer and how it is noted down. */
  record Served(Answer answer, Note note) {}

  /** Makes the entry of a request. */
  @FunctionalInterface
  interface Note {
    Entry of(int status, String requestId);
  }
}
