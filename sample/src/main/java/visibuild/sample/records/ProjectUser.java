package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A person as a member of a project.
 *
 * @param id the id, in UUID layout
 * @param projectId the project it belongs to
 * @param userId the {@link User}
 * @param projectCompanyId the {@link ProjectCompany} that the person works for
 * @param active whether the person still takes part; {@code null} where the server does not say
 */
public record ProjectUser(
    String id,
    @Nullable String projectId,
    @Nullable String userId,
    @Nullable String projectCompanyId,
    @Nullable Boolean active) {}
