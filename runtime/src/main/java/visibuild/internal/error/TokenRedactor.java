package visibuild.internal.error;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.BearerScheme;

/**
 * The tokens that a call went out with, to be taken out of what the server says: a page of a failed
 * server may repeat the request.
 */
public final class TokenRedactor {
  private static final String MARK = "[redacted]";

  /** A shorter match at the end of a cut text is a coincidence. */
  private static final int SHORTEST_START = 4;

  /** Transient, because the tag of a request that a program sees leads here. */
  private final transient Set<String> writings;

  private TokenRedactor(Set<String> writings) {
    this.writings = writings;
  }

  /**
   * Returns a redactor for the tokens of the request of {@code response}, and of the requests
   * before it.
   */
  public static TokenRedactor of(Response response) {
    @Nullable TokenRedactor known = response.request().tag(TokenRedactor.class);
    if (known != null) {
      // The tokens themselves were removed from the requests.
      return known;
    }
    Set<String> writings = new LinkedHashSet<>();
    for (@Nullable Response hop = response; hop != null; hop = hop.priorResponse()) {
      @Nullable String token = BearerScheme.token(hop.request().header(BearerScheme.HEADER));
      if (token != null) {
        addWritings(token, writings);
      }
    }
    return new TokenRedactor(writings);
  }

  /** Adds the token unchanged, and as some JSON libraries and forms encode it. */
  private static void addWritings(String token, Set<String> writings) {
    writings.add(token);
    writings.add(token.replace("/", "\\/"));
    writings.add(URLEncoder.encode(token, StandardCharsets.UTF_8));
  }

  /** {@code text} without the tokens. */
  public String redact(String text) {
    String rest = text;
    for (String writing : writings) {
      rest = rest.replace(writing, MARK);
    }
    return rest;
  }

  /** The same for a text that was cut, maybe in the middle of a token. */
  public String redactTruncated(String text) {
    String rest = redact(text);
    for (String writing : writings) {
      for (int length = writing.length() - 1; length >= SHORTEST_START; length--) {
        if (rest.endsWith(writing.substring(0, length))) {
          rest = rest.substring(0, rest.length() - length) + MARK;
          break;
        }
      }
    }
    return rest;
  }
}
