package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A person as a member of a project. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param projectId the id of the {@link Project}
 * @param userId the id of the {@link User}
 * @param projectCompanyId the id of the {@link ProjectCompany} that employs the person
 * @param active false after the person left the project; {@code null} where the server omits it
 * @since 0.1
 */
public record ProjectUser(
    String id,
    @Nullable String projectId,
    @Nullable String userId,
    @Nullable String projectCompanyId,
    @Nullable Boolean active) {}
