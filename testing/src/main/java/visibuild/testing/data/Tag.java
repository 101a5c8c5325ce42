package visibuild.testing.data;

/** A word that visis are marked with. */
public record Tag(String id, String name, String colour) {}
