package visibuild.testing.data;

/** A milestone that projects may adopt; {@code order} is its place among them. */
public record Milestone(String id, String name, int order) {}
