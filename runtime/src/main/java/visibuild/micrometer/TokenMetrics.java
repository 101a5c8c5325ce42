package visibuild.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import visibuild.TokenEvent;
import visibuild.TokenListener;

/**
 * Counts what happens to tokens.
 *
 * <pre>{@code
 * Visibuild.builder().tokenListener(new TokenMetrics(registry))
 * }</pre>
 *
 * <p>There is one counter, {@code visibuild.token.events}, with the tag {@code event}: {@code
 * requested}, {@code renewed}, {@code failed}, {@code served_despite_failure}, {@code invalidated},
 * {@code scope_denied}, {@code granted_more}, {@code life_assumed}, {@code legacy_expiry_near},
 * {@code store_unavailable} or {@code store_available}.
 *
 * <p>Needs {@code io.micrometer:micrometer-core}, which the runtime does not bring along. Safe for
 * use by several threads.
 *
 * @since 0.1
 */
// Who uses this requires the library anyway; passed on, every module would have to have it.
@SuppressWarnings("exports")
public final class TokenMetrics implements TokenListener {
  private static final String EVENTS = "visibuild.token.events";

  private final MeterRegistry registry;

  /** Counts in {@code registry}. */
  public TokenMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void on(TokenEvent event) {
    registry.counter(EVENTS, Tags.of("event", name(event))).increment();
  }

  private static String name(TokenEvent event) {
    if (event instanceof TokenEvent.Failed failed && failed.stillServed()) {
      return "served_despite_failure";
    }
    return event
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }
}
