package visibuild.benchmark.fleet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** The threads that OkHttp sends token requests in; each takes the network's time. */
final class VirtualThreads extends AbstractExecutorService {
  private final VirtualTime time;
  private final Duration delay;

  VirtualThreads(VirtualTime time, Duration delay) {
    this.time = time;
    this.delay = delay;
  }

  @Override
  public void execute(Runnable work) {
    time.schedule(delay, work);
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }
}
