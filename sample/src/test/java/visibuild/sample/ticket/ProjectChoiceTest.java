package visibuild.sample.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static visibuild.sample.FromJson.project;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Paged;
import visibuild.client.Project;

class ProjectChoiceTest {
  private final Paged<Project> projects =
      Paged.of(
          List.of(
              project("{\"id\": \"id-1\", \"projectIdentifier\": \"P-1\", \"name\": \"Pier\"}"),
              project("{\"id\": \"id-2\", \"projectIdentifier\": \"P-2\", \"name\": \"Tower\"}"),
              project("{\"id\": \"id-3\", \"projectIdentifier\": \"P-3\", \"name\": \"Tower\"}")));

  @ParameterizedTest
  @ValueSource(strings = {"id-1", "P-1", "Pier"})
  void projectIsFoundByIdNumberOrName(String wanted) {
    assertThat(ProjectChoice.find(projects, wanted).id()).isEqualTo("id-1");
  }

  @Test
  void missingProjectReturnsTheExistingOnes() {
    assertThatThrownBy(() -> ProjectChoice.find(projects, "Bridge"))
        .isInstanceOfSatisfying(
            UnknownProjectException.class,
            e ->
                assertThat(e.choices())
                    .extracting(Project::id)
                    .containsExactly("id-1", "id-2", "id-3"))
        .hasMessage("There is no project \"Bridge\". The projects are:");
  }

  @Test
  void nameOfTwoProjectsReturnsBoth() {
    assertThatThrownBy(() -> ProjectChoice.find(projects, "Tower"))
        .isInstanceOfSatisfying(
            UnknownProjectException.class,
            e -> assertThat(e.choices()).extracting(Project::id).containsExactly("id-2", "id-3"))
        .hasMessage("There are several projects \"Tower\". Choose one by its id:");
  }
}
