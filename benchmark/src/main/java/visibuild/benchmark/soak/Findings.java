package visibuild.benchmark.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts of what the calls showed. Safe for use by several threads. */
final class Findings {
  private static final int MAX_EXAMPLES = 20;

  final LongAdder reads = new LongAdder();
  final LongAdder writes = new LongAdder();
  final LongAdder wrongResponses = new LongAdder();
  final LongAdder doubleWrites = new LongAdder();
  final LongAdder lostWrites = new LongAdder();
  final LongAdder expectedFailures = new LongAdder();
  final LongAdder unexpectedFailures = new LongAdder();
  final LongAdder stalls = new LongAdder();
  final LongAccumulator longestStallNanos = new LongAccumulator(Math::max, 0);

  private final List<String> examples = new ArrayList<>();

  /** Keeps the first messages for the report. */
  synchronized void example(String message) {
    if (examples.size() < MAX_EXAMPLES) {
      examples.add(message);
    }
  }

  synchronized List<String> examples() {
    return List.copyOf(examples);
  }
}
