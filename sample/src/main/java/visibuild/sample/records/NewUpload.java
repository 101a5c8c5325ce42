package visibuild.sample.records;

/**
 * A file that is about to be uploaded.
 *
 * @param filename the name of the file, without folders
 * @param contentType the media type, such as {@code image/jpeg}
 * @param fileSize the length in bytes
 * @param checksum the MD5 of the bytes in base64
 */
public record NewUpload(String filename, String contentType, long fileSize, String checksum) {}
