package visibuild.testing.data;

/** A current or, if not active, former employee of a {@link Company}. */
public record User(String id, String name, String email, boolean active) {}
