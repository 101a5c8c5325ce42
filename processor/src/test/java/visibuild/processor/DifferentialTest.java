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
import visibuild.processor.validation.Rule;

/**
 * The processor refuses what Retrofit refuses, and nothing else but by rules of its own, for what
 * they are about: random methods, judged by both. Of those that both accept, clients are compiled.
 *
 * <p>The methods are the same in each run. Others: {@code -Dvisibuild.differential.seed=42}.
 */
class DifferentialTest {
  private static final int BATCHES = 11;
  private static final int BATCH = 500;
  private static final long SEED = Long.getLong("visibuild.differential.seed", 0);

  /** Compiling takes longer than judging. */
  private static final int COMPILED = 40;

  private static final Map<RetrofitRule, Integer> REFUSED = new EnumMap<>(RetrofitRule.class);
  private static final Map<Rule, Integer> STRICTER = new EnumMap<>(Rule.class);
  private static int acceptedByBoth;
  private static int disagreed;

  private final ProcessorVersusRetrofit verdicts = new ProcessorVersusRetrofit();

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
    List<RandomMethod> accepted = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      Optional<String> retrofit = retrofits.get(i);
      Set<Rule> rules = ours.get(i);
      if (!agree(methods.get(i), retrofit, rules)) {
        disagreements.add(
            "%s%nRetrofit: %s%nProcessor: %s"
                .formatted(methods.get(i), retrofit.orElse("accepts it"), rules));
      } else if (retrofit.isPresent()) {
        REFUSED.merge(RetrofitRule.of(retrofit.get()).get(0), 1, Integer::sum);
      } else if (rules.isEmpty()) {
        accepted.add(methods.get(i));
      } else {
        rules.forEach(rule -> STRICTER.merge(rule, 1, Integer::sum));
      }
    }
    acceptedByBoth += accepted.size();
    disagreed += disagreements.size();
    assertThat(disagreements).isEmpty();
    assertThat(verdicts.errorsInClients(accepted.stream().limit(COMPILED).toList())).isEmpty();
  }

  @Provide
  Arbitrary<Batch> batches() {
    RandomGenerator<Batch> generator =
        RandomMethods.any().list().ofSize(BATCH).map(Batch::new).generator(BATCH, false);
    return Arbitraries.fromGenerator(
        random -> generator.next(new Random(random.nextLong() + SEED)));
  }

  /** On the verdict, and on one of the reasons; where only ours refuses, for a reason it has. */
  private static boolean agree(RandomMethod method, Optional<String> retrofit, Set<Rule> ours) {
    if (ours.contains(Rule.INTERNAL_ERROR) || ours.contains(Rule.MISSING_TYPE)) {
      return false;
    }
    if (retrofit.isEmpty()) {
      return ours.stream().allMatch(rule -> StricterRule.allowing(rule, method).isPresent());
    }
    List<RetrofitRule> rules = RetrofitRule.of(retrofit.get());
    return rules.size() == 1 && rules.get(0).rules().stream().anyMatch(ours::contains);
  }

  @AfterContainer
  static void everyRuleIsReached() {
    int refused = REFUSED.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "Judged by Retrofit and by the processor, seed %d: %d disagreements, %d methods accepted by"
            + " both, %d refused by %d of %d rules of Retrofit, and by rules of ours alone: %s.%n%s%n",
        SEED,
        disagreed,
        acceptedByBoth,
        refused,
        REFUSED.size(),
        RetrofitRule.values().length,
        STRICTER,
        REFUSED);
    assertThat(acceptedByBoth).isGreaterThan(BATCHES * BATCH / 6);
    assertThat(refused).isGreaterThan(BATCHES * BATCH / 5);
    assertThat(REFUSED.keySet()).containsExactlyInAnyOrder(RetrofitRule.values());
  }
}
