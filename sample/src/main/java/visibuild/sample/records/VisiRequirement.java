package visibuild.sample.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a visi, and its answer.
 *
 * @param id the id, in UUID layout
 * @param visiId the {@link Visi}
 * @param type short_answer, checkbox, attachment, ...: an open set
 * @param order its place among the questions
 * @param title the question
 * @param value the answer
 * @param choices what may be chosen
 * @param allowMultiple whether several may be chosen
 * @param values what was chosen
 * @param updatedAt when it was last changed
 */
public record VisiRequirement(
    String id,
    @Nullable String visiId,
    @Nullable String type,
    @NeverNull int order,
    @Nullable String title,
    @Nullable String value,
    @NeverNull List<String> choices,
    @NeverNull boolean allowMultiple,
    @NeverNull List<String> values,
    @Nullable Instant updatedAt) {
  /** Keeps copies of its collections. */
  public VisiRequirement {
    choices = List.copyOf(choices);
    values = List.copyOf(values);
  }
}
