package visibuild.client;

/**
 * A tag on a visi. Source: client code.
 *
 * @param visiId the id of the {@link Visi}
 * @param tagId the id of the {@link Tag}
 * @since 0.1
 */
public record VisiTag(String visiId, String tagId) {}
