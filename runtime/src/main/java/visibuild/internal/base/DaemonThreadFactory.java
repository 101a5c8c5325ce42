package visibuild.internal.base;

import java.util.concurrent.ThreadFactory;

/** Creates daemon threads, which do not keep a program running. */
public record DaemonThreadFactory(String name) implements ThreadFactory {
  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
