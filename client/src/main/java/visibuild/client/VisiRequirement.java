package visibuild.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a visi with its response. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param visiId the id of the {@link Visi}
 * @param type the type, such as {@code short_answer}, {@code checkbox} or {@code attachment}; text,
 *     because the set is open
 * @param order the position among the questions
 * @param title the question
 * @param value the response to a question with one value
 * @param choices the permitted values of a question with choices
 * @param allowMultiple true if several choices may be selected
 * @param values the selected choices
 * @param updatedAt the time of the last change
 * @since 0.1
 */
public record VisiRequirement(
    String id,
    @Nullable String visiId,
    @Nullable String type,
    @NullAsEmpty int order,
    @Nullable String title,
    @Nullable String value,
    @NullAsEmpty List<String> choices,
    @NullAsEmpty boolean allowMultiple,
    @NullAsEmpty List<String> values,
    @Nullable Instant updatedAt) {
  /** Copies the lists. */
  public VisiRequirement {
    choices = List.copyOf(choices);
    values = List.copyOf(values);
  }
}
