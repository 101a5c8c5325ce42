package visibuild.testing.data;

/** A building project. */
public record Project(
    String id,
    String name,
    String projectIdentifier,
    String rootLocationId,
    String address,
    boolean active) {}
