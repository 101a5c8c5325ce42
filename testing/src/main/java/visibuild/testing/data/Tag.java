package visibuild.testing.data;

/** A word that visis are marked with; {@code order} is its place in the set of that name. */
public record Tag(String id, String name, String tagSetName, int order) {}
