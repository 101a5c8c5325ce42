package visibuild.testing.data;

/** What a project calls one sort of a type. */
public record Subtype(String id, String projectId, String name, VisiType type) {}
