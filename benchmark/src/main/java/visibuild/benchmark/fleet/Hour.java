package visibuild.benchmark.fleet;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the fleet at the beginning of the hour that is counted, three hours after its
 * start.
 */
enum Hour {
  USUAL("an hour as any", false),
  RESTART("all restart within 10 s", false) {
    @Override
    void happen(Fleet fleet, @Nullable VirtualStore store) {
      fleet.restart(Duration.ofSeconds(10));
    }
  },
  RESTART_WITH_STORE("all restart, and the store is empty", false) {
    @Override
    void happen(Fleet fleet, @Nullable VirtualStore store) {
      Objects.requireNonNull(store).forget();
      fleet.restart(Duration.ofSeconds(10));
    }
  },
  STORE_DOWN("the store is down", false) {
    @Override
    void happen(Fleet fleet, @Nullable VirtualStore store) {
      Objects.requireNonNull(store).setDown(true);
    }
  },
  REVOKING("the server ends older tokens", true);

  private final String title;
  private final boolean revokesOlder;

  Hour(String title, boolean revokesOlder) {
    this.title = title;
    this.revokesOlder = revokesOlder;
  }

  String title() {
    return title;
  }

  /** Whether it is of no interest without a store. */
  boolean isOfStore() {
    return this == RESTART_WITH_STORE || this == STORE_DOWN;
  }

  boolean revokesOlder() {
    return revokesOlder;
  }

  /** What happens. */
  void happen(Fleet fleet, @Nullable VirtualStore store) {}
}
