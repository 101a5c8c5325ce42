package visibuild.benchmark.compiletime.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CostTest {
  @Test
  void costIsReadFromAmongRemarks() {
    String output = "Note: some remark\n" + Cost.line(1_500_000_000L, 2_250, 512_000) + "\n";

    assertThat(Cost.parse(output)).isEqualTo(new Cost(1.5, 2.25, 500));
  }

  @Test
  void outputWithoutCostIsRefused() {
    assertThatThrownBy(() -> Cost.parse("Note: some remark\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("some remark");
  }
}
