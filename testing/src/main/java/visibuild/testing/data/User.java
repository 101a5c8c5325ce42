package visibuild.testing.data;

/** A person who works for a {@link Company}, or did if not active any more. */
public record User(String id, String name, String email, boolean active) {}
