package visibuild.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** The publisher of records keeps the rules of Reactive Streams, as their own tests see it. */
@Tag("slow")
class PublisherRulesTest {
  @TempDir Path reports;

  /** Pages come from another thread. */
  public static final class InTheBackground extends PublisherRules {
    /** Runs on a pool of several threads. */
    public InTheBackground() {
      super(ForkJoinPool.commonPool());
    }
  }

  /** Pages are there at once. */
  public static final class AtOnce extends PublisherRules {
    /** Runs in the thread that asks. */
    public AtOnce() {
      super(Runnable::run);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {InTheBackground.class, AtOnce.class})
  void keepsTheRules(Class<?> rules) {
    TestListenerAdapter results = new TestListenerAdapter();
    TestNG runner = new TestNG(false);
    runner.setOutputDirectory(reports.toString());
    runner.setTestClasses(new Class<?>[] {rules});
    runner.addListener(results);

    runner.run();

    assertThat(describe(results.getFailedTests())).isEmpty();
    // The rules that cannot be tested are skipped; most can.
    assertThat(results.getPassedTests()).hasSizeGreaterThan(20);
  }

  private static List<String> describe(List<ITestResult> tests) {
    return tests.stream().map(test -> test.getName() + ": " + test.getThrowable()).toList();
  }
}
