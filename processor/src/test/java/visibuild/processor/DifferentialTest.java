package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.processor.validation.Rule;

/**
 * The processor refuses what Retrofit refuses, and nothing else but by rules of its own, for what
 * they are about: random methods, judged by both. Of those that both accept, clients are compiled.
 *
 * <p>The methods are the same in each run. Others: {@code -Dvisibuild.differential.seed=42}. More,
 * for a long run: {@code -Dvisibuild.differential.batches=200}.
 */
@Tag("slow")
class DifferentialTest {
  private static final int BATCHES = Integer.getInteger("visibuild.differential.batches", 11);
  private static final int BATCH = 500;
  private static final long SEED = Long.getLong("visibuild.differential.seed", 0);

  /** Compiling takes longer than judging. */
  private static final int COMPILED = 40;

  private static final Map<RetrofitRule, Integer> REFUSED = new EnumMap<>(RetrofitRule.class);
  private static final Map<Rule, Integer> STRICTER = new EnumMap<>(Rule.class);
  private static int acceptedByBoth;
  private static int disagreed;

  private final ProcessorVersusRetrofit verdicts = new ProcessorVersusRetrofit();

  @ParameterizedTest
  @MethodSource("seeds")
  void randomMethods_areRefusedByBothOrByARuleOfOurs(long seed) throws Exception {
    List<RandomMethod> methods = RandomMethods.any().listOf(BATCH).next(new Random(seed));
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

  /** One seed for each batch of methods that are compiled together. */
  static LongStream seeds() {
    return LongStream.range(0, BATCHES).map(batch -> SEED * 1_000_003 + batch);
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

  @AfterAll
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
