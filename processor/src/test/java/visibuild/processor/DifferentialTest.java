package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import visibuild.processor.check.Rule;

/**
 * The processor refuses what Retrofit refuses, and nothing else but by rules of its own: random
 * methods, judged by both.
 *
 * <p>The methods are the same in each run. Others: {@code -Dvisibuild.differential.seed=42}.
 */
class DifferentialTest {
  private static final int BATCHES = 11;
  private static final int BATCH = 500;
  private static final long SEED = Long.getLong("visibuild.differential.seed", 0);

  private static final Map<RetrofitRule, Integer> REFUSED = new EnumMap<>(RetrofitRule.class);
  private static int accepted;

  private final Verdicts verdicts = new Verdicts();

  /** Methods that are compiled together; each is small, so jqwik need not make any smaller. */
  private record Batch(List<RandomMethod> methods) {
    @Override
    public String toString() {
      return methods.size() + " methods";
    }
  }

  @Property(tries = BATCHES, seed = "20251123", shrinking = ShrinkingMode.OFF)
  void theProcessorRefusesWhatRetrofitRefuses(@ForAll("batches") Batch batch) throws Exception {
    List<RandomMethod> methods = batch.methods();
    List<Optional<String>> retrofits = verdicts.ofRetrofit(methods);
    List<Set<Rule>> ours = verdicts.ofProcessor(methods);
    List<String> disagreements = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      if (agree(retrofits.get(i), ours.get(i))) {
        count(retrofits.get(i));
      } else {
        disagreements.add(
            "%s%nRetrofit: %s%nProcessor: %s"
                .formatted(methods.get(i), retrofits.get(i).orElse("accepts it"), ours.get(i)));
      }
    }
    assertThat(disagreements).isEmpty();
  }

  @Provide
  Arbitrary<Batch> batches() {
    RandomGenerator<Batch> generator =
        RandomMethods.any().list().ofSize(BATCH).map(Batch::new).generator(BATCH, false);
    return Arbitraries.fromGenerator(
        random -> generator.next(new Random(random.nextLong() + SEED)));
  }

  /** On the verdict, and on one of the reasons. */
  private static boolean agree(Optional<String> retrofit, Set<Rule> ours) {
    if (retrofit.isEmpty()) {
      return ours.stream().noneMatch(rule -> rule.origin() == Rule.Origin.RETROFIT);
    }
    List<RetrofitRule> rules = RetrofitRule.of(retrofit.get());
    return rules.size() == 1 && rules.get(0).rules().stream().anyMatch(ours::contains);
  }

  private static void count(Optional<String> retrofit) {
    if (retrofit.isEmpty()) {
      accepted++;
    } else {
      REFUSED.merge(RetrofitRule.of(retrofit.get()).get(0), 1, Integer::sum);
    }
  }

  @AfterContainer
  static void everyRuleIsReached() {
    int refused = REFUSED.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "Judged by Retrofit and by the processor, seed %d: %d methods, %d accepted, %d refused by"
            + " %d of %d rules, no disagreement.%n%s%n",
        SEED,
        accepted + refused,
        accepted,
        refused,
        REFUSED.size(),
        RetrofitRule.values().length,
        REFUSED);
    assertThat(accepted).isGreaterThan(BATCHES * BATCH / 5);
    assertThat(refused).isGreaterThan(BATCHES * BATCH / 5);
    assertThat(REFUSED.keySet()).containsExactlyInAnyOrder(RetrofitRule.values());
  }
}
