package visibuild.internal.auth;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;

/**
 * Virtual threads that all wait for a token, in a JVM that has one thread to carry them. The token
 * comes once a last virtual thread has run, and that runs only if all before it let go of their
 * carrier while they waited.
 */
final class VirtualCallers {
  static final int CALLERS = 200;

  private VirtualCallers() {}

  public static void main(String[] arguments) {
    // The server's threads are the libraries', and need not be daemons.
    try {
      run();
      System.exit(0);
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run() throws Exception {
    FakeVisibuild server = new FakeVisibuild();
    server.beforeEach(null);
    Calls calls = server.readCalls();
    // Whatever holds a carrier only because a class is used for the first time is over then.
    ClientCalls.execute(calls.project("p1"));
    server.clock.advance(Duration.ofHours(1));
    CountDownLatch last = new CountDownLatch(1);
    server.tokens(
        request -> {
          last.await();
          return server.grant(request);
        });
    int completed = call(calls, last);
    System.out.printf(
        "completed %d with %d token requests%n", completed, server.tokenRequests().size());
    server.afterEach(null);
  }

  private static int call(Calls calls, CountDownLatch last) throws Exception {
    ExecutorService virtual = virtualThreads();
    List<Future<Project>> replies = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      replies.add(virtual.submit(() -> ClientCalls.execute(calls.project("p1"))));
    }
    virtual.submit(last::countDown).get(60, SECONDS);
    int completed = 0;
    for (Future<Project> reply : replies) {
      completed += reply.get(60, SECONDS).id().equals("p1") ? 1 : 0;
    }
    return completed;
  }

  /** The tests are compiled for Java 17, which has none. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
