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

  /** Returns {@code request} without the token of another call, which a program may repeat. */
  static Request removeFrom(Request request) {
    return of(request) == null
        ? request
        : request.newBuilder().tag(TokenRedactor.class, null).build();
  }

  Request.Builder putOn(Request.Builder request) {
    return request.tag(TokenRedactor.class, this);
  }

  AccessToken token() {
    return token;
  }

  /**
   * Returns the value of the {@code Authorization} header, and records that it is sent; null if the
   * token is withheld.
   */
  @Nullable String send() {
    sent = !withheld;
    return sent ? token.authorization() : null;
  }

  /** Keeps the token from all further requests of the attempt, such as redirects. */
  void withhold() {
    withheld = true;
  }

  /**
   * Returns whether the latest request on the wire carried the token. After a redirect through
   * another origin a request carries none, and its response says nothing about the token.
   */
  boolean isCarried() {
    return sent;
  }
}
