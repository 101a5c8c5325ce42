package visibuild.testing.data;

/** A milestone that projects may adopt. */
public record Milestone(String id, String name) {}
