package visibuild.testing.data;

/** A place of a project; {@code nestedName} names the places around it too, but for the root. */
public record Location(String id, String name, String nestedName, String projectId) {}
