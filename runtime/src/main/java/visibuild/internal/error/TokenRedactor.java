package visibuild.internal.error;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.BearerScheme;
import visibuild.internal.base.LiteralReplacer;
import visibuild.internal.base.SecretSpellings;

/**
 * Removes the tokens of a call from texts of the server, because a failed server may repeat the
 * request that it got. The time is linear in the length of the text.
 */
public class TokenRedactor {
  private static final String MARK = "[redacted]";

  /** A shorter match at the end of a truncated text is a coincidence. */
  private static final int SHORTEST_START = 4;

  /** Transient, because the tag of a request that a program sees leads here. */
  private final transient Set<String> tokens;

  /** Made when a text is redacted, which most calls never need. */
  private transient volatile @Nullable List<LiteralReplacer> replacers;

  /** Makes a redactor for {@code tokens}. */
  protected TokenRedactor(Set<String> tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns a redactor for the tokens of the request of {@code response}, and of the requests
   * before it.
   */
  public static TokenRedactor of(Response response) {
    @Nullable TokenRedactor known = response.request().tag(TokenRedactor.class);
    if (known != null) {
      // The request that the program sees has no header of a token.
      return known;
    }
    Set<String> tokens = Set.of();
    for (@Nullable Response hop = response; hop != null; hop = hop.priorResponse()) {
      @Nullable String token = BearerScheme.token(hop.request().header(BearerScheme.HEADER));
      if (token != null && !tokens.contains(token)) {
        tokens = with(token, tokens);
      }
    }
    return new TokenRedactor(tokens);
  }

  private static Set<String> with(String token, Set<String> tokens) {
    if (tokens.isEmpty()) {
      return Set.of(token);
    }
    Set<String> more = new LinkedHashSet<>(tokens);
    more.add(token);
    return more;
  }

  private List<LiteralReplacer> replacers() {
    @Nullable List<LiteralReplacer> known = replacers;
    if (known == null) {
      known = spellings().stream().map(each -> new LiteralReplacer(each, MARK)).toList();
      replacers = known;
    }
    return known;
  }

  private Set<String> spellings() {
    Set<String> spellings = new LinkedHashSet<>();
    tokens.forEach(token -> spellings.addAll(SecretSpellings.of(token)));
    return spellings;
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
    for (LiteralReplacer replacer : replacers()) {
      rest = replacer.replace(rest, shortestStart);
    }
    return rest;
  }
}
