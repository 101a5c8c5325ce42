package visibuild.testing.data;

/** A {@link User} on a project, as one of the people of a {@link ProjectCompany}. */
public record ProjectUser(
    String id, String projectId, String userId, String projectCompanyId, boolean active) {}
