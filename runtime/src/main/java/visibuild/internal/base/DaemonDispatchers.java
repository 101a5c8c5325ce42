package visibuild.internal.base;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;

/**
 * Creates OkHttp dispatchers with daemon threads, so that a program that forgets to close its
 * connection still ends. OkHttp's own threads are not, and live for a minute after a call.
 */
public final class DaemonDispatchers {
  private static final long IDLE_THREAD_SECONDS = 60;

  private DaemonDispatchers() {}

  /** Returns a new dispatcher with OkHttp's default limits. */
  public static Dispatcher newDispatcher() {
    return new Dispatcher(
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_THREAD_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DaemonThreadFactory("visibuild-calls")));
  }
}
