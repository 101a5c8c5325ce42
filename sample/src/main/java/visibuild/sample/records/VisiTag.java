package visibuild.sample.records;

/**
 * A tag on a visi.
 *
 * @param visiId the {@link Visi}
 * @param tagId the {@link Tag}
 */
public record VisiTag(String visiId, String tagId) {}
