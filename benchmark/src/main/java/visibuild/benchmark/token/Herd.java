package visibuild.benchmark.token;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Many threads that do the same at the same time. */
final class Herd {
  private Herd() {}

  static void run(int threads, Runnable work) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(threads);
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread =
          new Thread(
              () -> {
                ready.countDown();
                try {
                  go.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                work.run();
              });
      thread.start();
      all.add(thread);
    }
    ready.await();
    go.countDown();
    for (Thread thread : all) {
      thread.join();
    }
  }
}
