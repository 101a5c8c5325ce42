package visibuild.testing.data;

/** That a visi carries a {@link Tag}. It has no id of its own. */
public record VisiTag(String visiId, String tagId) {}
