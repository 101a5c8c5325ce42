package visibuild.sample.print;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.sample.FromJson.visi;

import java.util.List;
import org.junit.jupiter.api.Test;
import visibuild.sample.copy.ProjectChanges;

class ChangesTextTest {
  @Test
  void firstRunIsCounted() {
    assertThat(
            ChangesText.of(new ProjectChanges("Tower", true, 1, List.of(visi("{\"id\": \"1\"}")))))
        .isEqualTo("Tower: copied 1 visis.");
  }

  @Test
  void changesAreListed() {
    assertThat(
            ChangesText.of(
                new ProjectChanges(
                    "Tower",
                    false,
                    9,
                    List.of(
                        visi(
                            "{\"id\": \"1\", \"alias\": \"VIS-1\", \"status\": \"open\", \"title\": \"Crack\"}")))))
        .isEqualTo("Tower: 1 new or changed.%n  VIS-1  Open  Crack".formatted());
  }

  @Test
  void nothingIsReportedEither() {
    assertThat(ChangesText.of(new ProjectChanges("Tower", false, 9, List.of())))
        .isEqualTo("Tower: no change in 9 visis.");
  }
}
