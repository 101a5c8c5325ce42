package visibuild.testing.data;

/** A project's name for one kind of visi. */
public record Subtype(String id, String name, VisiCategory visiCategory) {}
