package visibuild.testing.data;

/**
 * A building project.
 *
 * @param projectIdentifier its short name. One of Visibuild's published programs reads it as {@code
 *     code}; this is the name in the documented schema
 */
public record Project(
    String id,
    String name,
    String projectIdentifier,
    String rootLocationId,
    String address,
    boolean active) {}
