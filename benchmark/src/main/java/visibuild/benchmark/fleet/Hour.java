package visibuild.benchmark.fleet;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The event at the beginning of the counted hour, three hours after the fleet's start. */
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

  /** Returns whether the event concerns fleets with a store only. */
  boolean isOfStore() {
    return this == RESTART_WITH_STORE || this == STORE_DOWN;
  }

  boolean revokesOlder() {
    return revokesOlder;
  }

  /** Triggers the event. */
  void happen(Fleet fleet, @Nullable VirtualStore store) {}
}
