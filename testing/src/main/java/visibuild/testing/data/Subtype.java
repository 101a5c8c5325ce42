package visibuild.testing.data;

/** What a project calls one sort of visi. */
public record Subtype(String id, String name, VisiCategory visiCategory) {}
