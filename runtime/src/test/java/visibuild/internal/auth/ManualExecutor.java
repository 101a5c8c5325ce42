package visibuild.internal.auth;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs work at once in the caller's thread, or holds it back until a test lets it run. */
public final class ManualExecutor extends AbstractExecutorService {
  private final Queue<Runnable> heldWork = new ArrayDeque<>();
  private boolean holds;
  private boolean shutdown;

  public void hold() {
    holds = true;
  }

  public int heldCount() {
    return heldWork.size();
  }

  public void runHeld() {
    holds = false;
    while (!heldWork.isEmpty()) {
      heldWork.remove().run();
    }
  }

  @Override
  public void execute(Runnable work) {
    if (shutdown) {
      throw new RejectedExecutionException();
    } else if (holds) {
      heldWork.add(work);
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
