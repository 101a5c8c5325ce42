package visibuild.testing.storage;

import okio.ByteString;
import visibuild.testing.http.SandboxHttpResponse;

/** An error as S3 writes it: XML with a code and a sentence. */
final class StorageError {
  private StorageError() {}

  static SandboxHttpResponse of(int status, String code, String message) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error>";
    return SandboxHttpResponse.of(status, "application/xml", ByteString.encodeUtf8(xml));
  }
}
