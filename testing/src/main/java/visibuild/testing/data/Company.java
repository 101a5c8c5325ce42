package visibuild.testing.data;

/** A company that takes part in the work. */
public record Company(String id, String name) {}
