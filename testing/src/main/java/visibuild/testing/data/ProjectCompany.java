package visibuild.testing.data;

/** A {@link Company} on a project, or one that was on it if it is not active any more. */
public record ProjectCompany(String id, String projectId, String companyId, boolean active) {}
