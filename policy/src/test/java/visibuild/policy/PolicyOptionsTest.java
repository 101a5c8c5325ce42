package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyOptionsTest {
  @Test
  void withoutOptionsThereIsNoPolicy() {
    assertThat(PolicyOptions.policy(Map.of("other", "value"))).isEmpty();
  }

  @Test
  void valuesAreReadAndCommasSeparateThem() {
    Policy policy =
        PolicyOptions.policy(
                Map.of(
                    PolicyOptions.HIGHEST_SCOPE, "READ_WRITE",
                    PolicyOptions.MAY_WRITE, "com.acme.*, com.other.Api",
                    PolicyOptions.NEVER_CALL, "api/core/v1/webhooks/**"))
            .orElseThrow();
    assertThat(policy.highestScope().orElseThrow().scope()).isEqualTo(Access.READ_WRITE);
    assertThat(policy.mayWrite().orElseThrow())
        .extracting(NamePattern::text)
        .containsExactly("com.acme.*", "com.other.Api");
    assertThat(policy.neverCall()).hasSize(1);
  }

  @Test
  void emptyListOfWritersLetsNothingWrite() {
    assertThat(PolicyOptions.policy(Map.of(PolicyOptions.MAY_WRITE, "")).orElseThrow().mayWrite())
        .hasValueSatisfying(may -> assertThat(may).isEmpty());
  }

  @Test
  void wrongValueIsRefusedWithTheOptionsName() {
    assertThatThrownBy(() -> PolicyOptions.policy(Map.of(PolicyOptions.HIGHEST_SCOPE, "write")))
        .hasMessage("-Avisibuild.highestScope: \"write\" is no scope; write READ or READ_WRITE.");
  }
}
