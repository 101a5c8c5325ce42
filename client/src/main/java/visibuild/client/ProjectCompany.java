package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A company as a member of a project. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param projectId the id of the {@link Project}
 * @param companyId the id of the {@link Company}
 * @param active false after the company left the project; {@code null} where the server omits it
 * @since 0.1
 */
public record ProjectCompany(
    String id, @Nullable String projectId, @Nullable String companyId, @Nullable Boolean active) {}
