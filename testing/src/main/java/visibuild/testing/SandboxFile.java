package visibuild.testing;

import okio.ByteString;

/**
 * A file in the sandbox's store.
 *
 * @param filename the name it was announced with
 * @param contentType the media type it was announced with
 * @param bytes the uploaded content
 * @since 0.1
 */
public record SandboxFile(String filename, String contentType, ByteString bytes) {}
