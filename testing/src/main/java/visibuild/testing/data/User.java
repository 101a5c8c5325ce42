package visibuild.testing.data;

/** A person who works for a {@link Company}. */
public record User(String id, String companyId, String name, String email) {}
