package visibuild.testing.data;

/** A {@link User} on a project. */
public record ProjectUser(
    String id,
    String projectId,
    String userId,
    String projectCompanyId,
    String name,
    String email) {}
