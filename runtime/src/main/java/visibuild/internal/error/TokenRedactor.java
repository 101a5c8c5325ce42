package visibuild.internal.error;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.BearerScheme;
import visibuild.internal.base.LiteralReplacer;

/**
 * Removes the tokens of a call from texts of the server, because a failed server may repeat the
 * request that it got. The time is linear in the length of the text.
 */
public final class TokenRedactor {
  private static final String MARK = "[redacted]";

  /** A shorter match at the end of a truncated text is a coincidence. */
  private static final int SHORTEST_START = 4;

  /** Transient, because the tag of a request that a program sees leads here. */
  private final transient List<LiteralReplacer> replacers;

  private TokenRedactor(Set<String> spellings) {
    this.replacers = spellings.stream().map(each -> new LiteralReplacer(each, MARK)).toList();
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
    Set<String> spellings = new LinkedHashSet<>();
    for (@Nullable Response hop = response; hop != null; hop = hop.priorResponse()) {
      @Nullable String token = BearerScheme.token(hop.request().header(BearerScheme.HEADER));
      if (token != null) {
        addSpellings(token, spellings);
      }
    }
    return new TokenRedactor(spellings);
  }

  /** Adds the token unchanged, and as some JSON libraries and forms encode it. */
  private static void addSpellings(String token, Set<String> spellings) {
    spellings.add(token);
    spellings.add(token.replace("/", "\\/"));
    spellings.add(URLEncoder.encode(token, StandardCharsets.UTF_8));
  }

  /** Returns {@code text} without the tokens. */
  public String redact(String text) {
    return redact(text, Integer.MAX_VALUE);
  }

  /**
   * Returns {@code text} without the tokens, and without the start of a token at its end, where the
   * text may have been truncated.
   */
  public String redactTruncated(String text) {
    return redact(text, SHORTEST_START);
  }

  private String redact(String text, int shortestStart) {
    String rest = text;
    for (LiteralReplacer replacer : replacers) {
      rest = replacer.replace(rest, shortestStart);
    }
    return rest;
  }
}
