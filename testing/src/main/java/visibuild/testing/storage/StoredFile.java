package visibuild.testing.storage;

import okio.ByteString;

/** A file in the store. */
public record StoredFile(String filename, String contentType, ByteString bytes) {}
