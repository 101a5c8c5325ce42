package visibuild.testing.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a visi, and its answer.
 *
 * @param type an open set: {@code short_answer}, {@code checkbox}, {@code multi_choice}, ...
 * @param order its place among the questions of the visi
 * @param value the answer; how each type writes it is not documented, and here it is null for those
 *     that are answered with {@code values}, a file or a signature
 * @param choices what may be chosen, or null if nothing is to be chosen
 * @param values what was chosen, or null if nothing was
 */
public record VisiRequirement(
    String id,
    String visiId,
    String type,
    int order,
    String title,
    @Nullable String value,
    @Nullable List<String> choices,
    boolean allowMultiple,
    @Nullable List<String> values,
    Instant updatedAt) {}
