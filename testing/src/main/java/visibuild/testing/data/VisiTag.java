package visibuild.testing.data;

/** The assignment of a {@link Tag} to a visi, without an id. */
public record VisiTag(String visiId, String tagId) {}
