package visibuild;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Something that happened to a token. No event carries a token or a secret, so all of them may be
 * logged as they are.
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
   * A request for a token goes out to the token endpoint.
   *
   * @param scope the scope that is asked for
   */
  record Requested(Scope scope) implements TokenEvent {}

  /**
   * A token came from the token endpoint.
   *
   * @param scope the scope that was asked for
   * @param granted the scope values that were granted, such as {@code read}
   * @param lifetime how long it lives from when it was asked for
   */
  record Refreshed(Scope scope, Set<String> granted, Duration lifetime) implements TokenEvent {}

  /**
   * A token that another program got was taken from the token store.
   *
   * @param scope the scope that it was asked for with
   * @param granted the scope values that were granted
   * @param left how long it lives, by this machine's clock
   */
  record TakenFromStore(Scope scope, Set<String> granted, Duration left) implements TokenEvent {}

  /**
   * The token store has an entry that does not open: another key, an older version, or somebody
   * changed it. It is ignored and overwritten; often told, it means that programs have different
   * keys.
   *
   * @param scope the scope whose token was looked for
   */
  record StoreEntryUndecryptable(Scope scope) implements TokenEvent {}

  /**
   * No token came.
   *
   * @param scope the scope that was asked for
   * @param failure why
   * @param pause how long nothing is asked for now
   * @param stillServed whether a token from before still serves, so that no call fails
   */
  record Failed(Scope scope, VisibuildException failure, Duration pause, boolean stillServed)
      implements TokenEvent {}

  /**
   * The API refused a token (401), and it was dropped.
   *
   * @param scope the scope that it was asked for with
   */
  record Rejected(Scope scope) implements TokenEvent {}

  /**
   * The API rejected two tokens in a row that were still valid, and accepted their successors:
   * another program with this credential seems to revoke them, because the server revokes older
   * tokens when it issues one. Share a {@link TokenStore} among all programs with the credential.
   * Published once until a token lives to its end again.
   *
   * @param scope the scope of the tokens
   */
  record RepeatedlyRevoked(Scope scope) implements TokenEvent {}

  /**
   * The API refused a call for its scope, or its company's right (403).
   *
   * @param required the scope that the call needed
   * @param granted the scope values that its token had
   */
  record ScopeDenied(Scope required, Set<String> granted) implements TokenEvent {}

  /**
   * A token was granted more than was asked for.
   *
   * @param scope the scope that was asked for
   * @param granted the scope values that were granted
   */
  record ExcessScopeGranted(Scope scope, Set<String> granted) implements TokenEvent {}

  /**
   * The token endpoint did not say how long a token lives.
   *
   * @param scope the scope that was asked for
   * @param lifetime what it is taken to be
   */
  record LifetimeAssumed(Scope scope, Duration lifetime) implements TokenEvent {}

  /**
   * A legacy token expires soon: in less than 30 days, in less than 7, or in less than one.
   *
   * @param expiresAt when
   * @param left how long it still serves
   */
  record ExpiryApproaching(Instant expiresAt, Duration left) implements TokenEvent {}

  /**
   * The token store failed, and tokens are kept in memory until it is back.
   *
   * @param reason what it said
   */
  record StoreUnavailable(String reason) implements TokenEvent {}

  /** The token store is back. */
  record StoreAvailable() implements TokenEvent {}
}
