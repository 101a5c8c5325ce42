package visibuild;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * An event in the life of a token. No event contains a token or a secret, so events may be logged
 * unchanged.
 *
 * <p>Later versions may add events, so a listener must ignore the types that it does not know. The
 * interface is not sealed, so a {@code switch} over events needs a default branch:
 *
 * <pre>{@code
 * switch (event) {
 *   case TokenEvent.Failed failed -> log.warn("{}", failed);
 *   default -> {}
 * }
 * }</pre>
 *
 * <p>All events are immutable.
 *
 * @see TokenListener
 * @since 0.1
 */
public interface TokenEvent {
  /**
   * A request is sent to the token endpoint.
   *
   * @param scope the requested scope
   */
  record Requested(Scope scope) implements TokenEvent {}

  /**
   * The token endpoint issued a token.
   *
   * @param scope the requested scope
   * @param granted the granted scope tokens, such as {@code read}
   * @param lifetime the lifetime, counted from the request
   */
  record Refreshed(Scope scope, Set<String> granted, Duration lifetime) implements TokenEvent {}

  /**
   * A token of another program was taken from the token store.
   *
   * @param scope the requested scope
   * @param granted the granted scope tokens
   * @param left the remaining lifetime, by this machine's clock
   */
  record TakenFromStore(Scope scope, Set<String> granted, Duration left) implements TokenEvent {}

  /**
   * An entry of the token store cannot be decrypted: it has another key or an older version, or was
   * changed. It is ignored and replaced. If this event is frequent, programs have different keys.
   *
   * @param scope the scope of the entry
   */
  record StoreEntryUndecryptable(Scope scope) implements TokenEvent {}

  /**
   * A refresh failed.
   *
   * @param scope the requested scope
   * @param failure the reason
   * @param pause the time for which no token is requested
   * @param stillServed whether the current token is still valid, so that no call fails
   */
  record Failed(Scope scope, VisibuildException failure, Duration pause, boolean stillServed)
      implements TokenEvent {}

  /**
   * The API rejected a token (401), and it was dropped.
   *
   * @param scope the scope of the token
   */
  record Rejected(Scope scope) implements TokenEvent {}

  /**
   * The API rejected two tokens in a row that were still valid, and accepted their successors. The
   * server seems to revoke older tokens of a credential when it issues one:
   *
   * <ul>
   *   <li>If several programs use the credential, share a {@link TokenStore} among them.
   *   <li>If this program is the only one, its tokens for reads and for writes revoke each other:
   *       use one credential for reads and another for writes.
   * </ul>
   *
   * <p>Published once until a token lives to its end again.
   *
   * @param scope the scope of the tokens
   */
  record RepeatedlyRevoked(Scope scope) implements TokenEvent {}

  /**
   * The API refused a call (403): its token has too little scope, or the company has no access.
   *
   * @param required the scope that the call required
   * @param granted the scope tokens of its token
   */
  record ScopeDenied(Scope required, Set<String> granted) implements TokenEvent {}

  /**
   * A token has a wider scope than was requested.
   *
   * @param scope the requested scope
   * @param granted the granted scope tokens
   */
  record ExcessScopeGranted(Scope scope, Set<String> granted) implements TokenEvent {}

  /**
   * The token endpoint did not state the lifetime of a token.
   *
   * @param scope the requested scope
   * @param lifetime the assumed lifetime
   */
  record LifetimeAssumed(Scope scope, Duration lifetime) implements TokenEvent {}

  /**
   * A legacy token expires in less than 30, 7 or 1 days.
   *
   * @param expiresAt the expiry
   * @param left the remaining lifetime
   */
  record ExpiryApproaching(Instant expiresAt, Duration left) implements TokenEvent {}

  /**
   * The token store failed. Tokens are kept in memory until it is back.
   *
   * @param reason the type of the store's exception
   */
  record StoreUnavailable(String reason) implements TokenEvent {}

  /** The token store is back. */
  record StoreAvailable() implements TokenEvent {}
}
