package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  @Test
  void nearestCandidate_isSuggested() {
    assertThat(DidYouMean.suggest("tickedId", List.of("ticketId", "projectId")))
        .contains("ticketId");
  }

  @Test
  void differenceInCase_countsAsNone() {
    assertThat(DidYouMean.suggest("ID", Set.of("id"))).contains("id");
  }

  @Test
  void farCandidate_isNotSuggested() {
    assertThat(DidYouMean.suggest("id", Set.of("name"))).isEmpty();
    assertThat(DidYouMean.suggest("id", Set.of())).isEmpty();
  }

  @Test
  void equallyNearCandidates_areOrderedByName() {
    assertThat(DidYouMean.suggest("a1", List.of("a3", "a2"))).contains("a2");
  }
}
