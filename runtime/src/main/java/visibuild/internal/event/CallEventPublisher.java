package visibuild.internal.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Request;
import visibuild.CallEvent;
import visibuild.CallListener;
import visibuild.Scope;
import visibuild.internal.base.QuietLog;

/**
 * Hands events to the listener of one connection. What the listener throws is logged once, and so
 * is a listener that takes long. Safe for use by several threads.
 */
public final class CallEventPublisher {
  private static final Logger LOG = System.getLogger("visibuild.calls");
  private static final Duration SLOW = Duration.ofMillis(100);

  private final CallListener listener;
  private final AtomicBoolean failureLogged = new AtomicBoolean();
  private final AtomicBoolean slownessLogged = new AtomicBoolean();

  /** Makes a publisher for {@code listener}. */
  public CallEventPublisher(CallListener listener) {
    this.listener = listener;
  }

  /** Returns {@code request} with a tracker of its call. */
  public Request track(Request request, Scope scope) {
    CallTracker tracker = new CallTracker(this, CallInfos.of(request, scope));
    return request.newBuilder().tag(CallTracker.class, tracker).build();
  }

  void publish(CallEvent event) {
    long start = System.nanoTime();
    try {
      listener.on(event);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      if (failureLogged.compareAndSet(false, true)) {
        QuietLog.write(
            () ->
                LOG.log(
                    Level.WARNING,
                    "The call listener failed; its failure does not affect calls and is logged"
                        + " once.",
                    e));
      }
    }
    long nanos = System.nanoTime() - start;
    if (nanos > SLOW.toNanos() && slownessLogged.compareAndSet(false, true)) {
      QuietLog.write(
          () ->
              LOG.log(
                  Level.WARNING,
                  "The call listener took {0} ms for one event and delays calls; let it hand work"
                      + " to another thread. This is logged once.",
                  nanos / 1_000_000));
    }
  }
}
