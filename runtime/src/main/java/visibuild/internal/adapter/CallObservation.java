package visibuild.internal.adapter;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import visibuild.internal.event.CallTracker;

/**
 * Publishes the start and the end of one call of the program, whose attempts may be several
 * Retrofit calls. Exists only with a listener.
 */
final class CallObservation {
  private final CallTracker tracker;

  private CallObservation(CallTracker tracker) {
    this.tracker = tracker;
  }

  /**
   * Publishes the start of {@code call}. Returns null if its request cannot be made: then the call
   * fails before it starts.
   */
  static @Nullable CallObservation start(Call<?> call) {
    @Nullable CallTracker tracker;
    try {
      tracker = CallTracker.of(call.request());
    } catch (RuntimeException | Error unmade) {
      return null;
    }
    if (tracker == null) {
      return null;
    }
    tracker.start();
    return new CallObservation(tracker);
  }

  /** Lets {@code next} publish its attempts as those of this call. */
  void continueIn(Call<?> next) {
    @Nullable CallTracker ofNext = CallTracker.of(next.request());
    if (ofNext != null) {
      ofNext.continueFrom(tracker);
    }
  }

  /** Publishes that the call ended with {@code response}. */
  void end(Response<?> response) {
    tracker.end(response.code(), response.body());
  }

  /** Publishes that the call failed with {@code failure}, which the caller gets. */
  void fail(Throwable failure) {
    tracker.fail(failure);
  }
}
