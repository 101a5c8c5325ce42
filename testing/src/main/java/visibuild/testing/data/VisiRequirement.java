package visibuild.testing.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question on a visi, and its reply.
 *
 * @param type an open set: {@code short_answer}, {@code checkbox}, {@code multi_choice}, ...
 * @param order its position among the questions of the visi
 * @param value the reply; its form for each type is not documented. Here it is null for questions
 *     with {@code values}, a file or a signature
 * @param choices the possible choices, or null if there are none
 * @param values the chosen ones, or null if there are none
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
