package visibuild.testing.data;

/** A {@link Company} on a project. */
public record ProjectCompany(String id, String projectId, String companyId, String name) {}
