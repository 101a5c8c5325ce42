package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A company as a member of a project.
 *
 * @param id the id, in UUID layout
 * @param projectId the project it belongs to
 * @param companyId the {@link Company}
 * @param active whether the company still takes part; {@code null} where the server does not say
 */
public record ProjectCompany(
    String id, @Nullable String projectId, @Nullable String companyId, @Nullable Boolean active) {}
