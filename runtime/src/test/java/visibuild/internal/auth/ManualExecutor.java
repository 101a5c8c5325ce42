package visibuild.internal.auth;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs work at once in the caller's thread, or keeps it until a test runs it. */
public final class ManualExecutor extends AbstractExecutorService {
  private final Queue<Runnable> pending = new ArrayDeque<>();
  private boolean paused;
  private boolean shutdown;

  public void pause() {
    paused = true;
  }

  public int pendingCount() {
    return pending.size();
  }

  public void runPending() {
    paused = false;
    while (!pending.isEmpty()) {
      pending.remove().run();
    }
  }

  @Override
  public void execute(Runnable work) {
    if (shutdown) {
      throw new RejectedExecutionException();
    } else if (paused) {
      pending.add(work);
    } else {
      work.run();
    }
  }

  public void reopen() {
    shutdown = false;
  }

  @Override
  public void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return shutdown;
  }
}
