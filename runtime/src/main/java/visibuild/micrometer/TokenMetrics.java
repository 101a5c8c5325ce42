package visibuild.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import visibuild.AuthenticationException;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.RateLimitedException;
import visibuild.ScopeNotGrantedException;
import visibuild.ServerException;
import visibuild.TokenEvent;
import visibuild.TokenListener;
import visibuild.VisibuildException;

/**
 * Counts token events with Micrometer.
 *
 * <pre>{@code
 * Visibuild.builder().tokenListener(new TokenMetrics(registry))
 * }</pre>
 *
 * <p>There is one counter, {@code visibuild.token.events}, with three tags that each event has:
 *
 * <ul>
 *   <li>{@code event}: {@code requested}, {@code refreshed}, {@code failed}, {@code
 *       served_despite_failure}, {@code rejected}, {@code repeatedly_revoked}, {@code
 *       scope_denied}, {@code excess_scope_granted}, {@code lifetime_assumed}, {@code
 *       expiry_approaching}, {@code store_unavailable}, {@code store_available}, {@code
 *       taken_from_store} or {@code store_entry_undecryptable}
 *   <li>{@code scope}: {@code read}, {@code read write}, or {@code none}
 *   <li>{@code failure}: the exception's simple name, such as {@code AuthenticationException};
 *       {@code none} where nothing failed
 * </ul>
 *
 * <p>Needs {@code io.micrometer:micrometer-core}, which the runtime does not bring along. Safe for
 * use by several threads.
 *
 * @since 0.1
 */
// A user of this class requires the library anyway. Passed on, each module would need it.
@SuppressWarnings("exports")
public final class TokenMetrics implements TokenListener {
  private static final String EVENTS = "visibuild.token.events";
  private static final String NONE = "none";

  /** Written out, since dashboards rely on them and a shrinker may rename the classes. */
  private static final Map<Class<?>, String> NAMES =
      Map.ofEntries(
          Map.entry(TokenEvent.Requested.class, "requested"),
          Map.entry(TokenEvent.Refreshed.class, "refreshed"),
          Map.entry(TokenEvent.TakenFromStore.class, "taken_from_store"),
          Map.entry(TokenEvent.StoreEntryUndecryptable.class, "store_entry_undecryptable"),
          Map.entry(TokenEvent.Failed.class, "failed"),
          Map.entry(TokenEvent.Rejected.class, "rejected"),
          Map.entry(TokenEvent.RepeatedlyRevoked.class, "repeatedly_revoked"),
          Map.entry(TokenEvent.ScopeDenied.class, "scope_denied"),
          Map.entry(TokenEvent.ExcessScopeGranted.class, "excess_scope_granted"),
          Map.entry(TokenEvent.LifetimeAssumed.class, "lifetime_assumed"),
          Map.entry(TokenEvent.ExpiryApproaching.class, "expiry_approaching"),
          Map.entry(TokenEvent.StoreUnavailable.class, "store_unavailable"),
          Map.entry(TokenEvent.StoreAvailable.class, "store_available"));

  private static final Map<Class<?>, String> FAILURES =
      Map.of(
          AuthenticationException.class, "AuthenticationException",
          ConnectionException.class, "ConnectionException",
          DecodingException.class, "DecodingException",
          RateLimitedException.class, "RateLimitedException",
          ScopeNotGrantedException.class, "ScopeNotGrantedException",
          ServerException.class, "ServerException");

  private final MeterRegistry registry;

  /** Counts in {@code registry}. */
  public TokenMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void on(TokenEvent event) {
    String failure =
        event instanceof TokenEvent.Failed failed ? failureName(failed.failure()) : NONE;
    Tags tags = Tags.of("event", name(event), "scope", scope(event), "failure", failure);
    registry.counter(EVENTS, tags).increment();
  }

  private static String name(TokenEvent event) {
    if (event instanceof TokenEvent.Failed failed && failed.stillServed()) {
      return "served_despite_failure";
    }
    return NAMES.getOrDefault(event.getClass(), "other");
  }

  private static String failureName(VisibuildException failure) {
    return FAILURES.getOrDefault(failure.getClass(), "other");
  }

  private static String scope(TokenEvent event) {
    if (event instanceof TokenEvent.Requested requested) {
      return requested.scope().parameter();
    } else if (event instanceof TokenEvent.Refreshed renewed) {
      return renewed.scope().parameter();
    } else if (event instanceof TokenEvent.Failed failed) {
      return failed.scope().parameter();
    } else if (event instanceof TokenEvent.Rejected rejected) {
      return rejected.scope().parameter();
    } else if (event instanceof TokenEvent.RepeatedlyRevoked revoked) {
      return revoked.scope().parameter();
    } else if (event instanceof TokenEvent.ScopeDenied denied) {
      return denied.required().parameter();
    } else if (event instanceof TokenEvent.ExcessScopeGranted more) {
      return more.scope().parameter();
    } else if (event instanceof TokenEvent.LifetimeAssumed assumed) {
      return assumed.scope().parameter();
    } else if (event instanceof TokenEvent.TakenFromStore taken) {
      return taken.scope().parameter();
    } else if (event instanceof TokenEvent.StoreEntryUndecryptable unreadable) {
      return unreadable.scope().parameter();
    }
    return NONE;
  }
}
