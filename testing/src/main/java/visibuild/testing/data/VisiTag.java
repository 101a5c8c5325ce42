package visibuild.testing.data;

/** That a visi carries a {@link Tag}. */
public record VisiTag(String id, String visiId, String tagId, String projectId) {}
