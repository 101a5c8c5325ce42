package visibuild.cli.doctor;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import visibuild.Scope;

/** The server to examine. It offers a token request and reads, and nothing else. */
interface ApiServer {
  /** Returns whether tokens are requested; with a legacy token they are not. */
  boolean requestsTokens();

  /**
   * Requests a token. The token itself is removed from the response; only one of scope {@code read}
   * is kept, for {@link #get}.
   */
  ServerResponse requestToken(Scope scope) throws IOException;

  /** Sends a GET with the token of scope {@code read}. */
  ServerResponse get(List<String> path, Map<String, String> query) throws IOException;
}
