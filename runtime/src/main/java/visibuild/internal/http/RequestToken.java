package visibuild.internal.http;

import java.util.Set;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.error.TokenRedactor;

/**
 * The token of one attempt, a tag of its request. {@link OriginGuard} alone adds the token's
 * header, below everything that keeps a request: so no response, no cache and no interceptor of the
 * program shows the token. The tag stays on the requests that a program sees, and gives the token
 * to this package only.
 *
 * <p>Used by the thread of the call.
 */
public final class RequestToken extends TokenRedactor {
  private final transient AccessToken token;
  private boolean sent;
  private boolean withheld;

  RequestToken(AccessToken token) {
    super(Set.of(token.value().reveal()));
    this.token = token;
  }

  /** Returns the token of {@code request}; null if it has none. */
  static @Nullable RequestToken of(Request request) {
    return request.tag(TokenRedactor.class) instanceof RequestToken token ? token : null;
  }

  /** Returns whether the latest request on the wire for {@code request} carried its token. */
  public static boolean isCarriedBy(Request request) {
    @Nullable RequestToken token = of(request);
    return token != null && token.isCarried();
  }

  Request.Builder putOn(Request.Builder request) {
    return request.tag(TokenRedactor.class, this);
  }

  AccessToken token() {
    return token;
  }

  /** Returns the value of the {@code Authorization} header, and records that it is sent. */
  String send() {
    sent = true;
    return token.authorization();
  }

  /** Keeps the token from this and all later requests of the attempt, such as redirects. */
  void withhold() {
    withheld = true;
  }

  boolean isWithheld() {
    return withheld;
  }

  /**
   * Returns whether the latest request on the wire carried the token. After a redirect through
   * another origin a request carries none, and its response says nothing about the token.
   */
  boolean isCarried() {
    return sent && !withheld;
  }
}
