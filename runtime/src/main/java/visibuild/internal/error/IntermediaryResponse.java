package visibuild.internal.error;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Challenge;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.BearerScheme;

/**
 * Recognizes a refusal that a proxy or a login page sent in the place of Visibuild: it is HTML, or
 * asks for a login by another scheme, and has no challenge of the scheme Bearer.
 */
public final class IntermediaryResponse {
  private static final int PEEKED_BYTES = 512;
  private static final String BOM = "\ufeff";

  private IntermediaryResponse() {}

  /**
   * Returns a sentence about the response, or nothing if Visibuild itself may have sent it.
   *
   * @param body the start of the body, as far as it is known
   */
  public static Optional<String> describe(Response response, byte[] body) {
    List<Challenge> challenges = BearerChallenge.challenges(response);
    if (challenges.stream().anyMatch(each -> BearerScheme.matches(each.scheme()))) {
      return Optional.empty();
    }
    boolean isHtml = isHtml(response, body);
    @Nullable String scheme = scheme(challenges, TokenRedactor.of(response));
    if (!isHtml && scheme == null) {
      return Optional.empty();
    }
    String login = scheme == null ? "" : "a login by the scheme \"" + scheme + "\" is asked for";
    String page = isHtml ? "an HTML page came instead of JSON" : "";
    String both = login.isEmpty() || page.isEmpty() ? "" : ", and ";
    return Optional.of(
        (page + both + login)
            + ": a proxy or login page in between seems to have responded, not Visibuild."
            + " Check the base URL, the network and its proxy.");
  }

  /** Returns the same for a response with an unread body; at most its start is read. */
  public static Optional<String> describe(Response response) {
    return describe(response, start(response));
  }

  private static byte[] start(Response response) {
    try {
      return response.peekBody(PEEKED_BYTES).bytes();
    } catch (Exception e) {
      // The body only helps to word a message; a broken one says nothing.
      return new byte[0];
    }
  }

  private static boolean isHtml(Response response, byte[] body) {
    if (body.length == 0) {
      // Rails labels an empty response as HTML.
      return false;
    }
    @Nullable String type = response.header("Content-Type");
    if (type != null
        && (type.strip().regionMatches(true, 0, "text/html", 0, 9)
            || type.strip().regionMatches(true, 0, "application/xhtml", 0, 17))) {
      return true;
    }
    int length = Math.min(body.length, PEEKED_BYTES);
    String start = new String(body, 0, length, StandardCharsets.UTF_8);
    String text = start.startsWith(BOM) ? start.substring(1) : start;
    return isMarkup(text.stripLeading().toLowerCase(Locale.ROOT));
  }

  /** Finds the start of HTML, also after a comment or the declaration of XHTML. */
  private static boolean isMarkup(String text) {
    return text.startsWith("<head")
        || (text.startsWith("<") && (text.contains("<!doctype html") || text.contains("<html")));
  }

  private static @Nullable String scheme(List<Challenge> challenges, TokenRedactor tokens) {
    return challenges.stream()
        .map(Challenge::scheme)
        .map(tokens::redact)
        .filter(scheme -> scheme.matches("[\\w.+-]{1,30}"))
        .findFirst()
        .orElse(null);
  }
}
