package visibuild.testing.storage;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.SandboxHttpRequest;

/** Compares a PUT with its announcement: signature, time, headers, length, checksum. */
final class UploadCheck {
  private UploadCheck() {}

  static void check(
      Upload upload, @Nullable String signature, SandboxHttpRequest request, Instant now) {
    if (!upload.signature().equals(signature)) {
      throw mismatch("the signature of the URL");
    }
    if (now.isAfter(upload.expiresAt())) {
      throw refused(403, "AccessDenied", "Request has expired");
    }
    for (Map.Entry<String, String> header : upload.headers().entrySet()) {
      if (!request.headers().values(header.getKey()).equals(List.of(header.getValue()))) {
        throw mismatch("the header " + header.getKey());
      }
    }
    for (String name : request.headers().names()) {
      if (name.toLowerCase(Locale.ROOT).startsWith("x-amz-")) {
        throw refused(403, "AccessDenied", "There were headers present that were not signed");
      }
    }
    if (request.body().size() != upload.size()) {
      throw mismatch("the length of the file");
    }
    if (!request.body().md5().base64().equals(upload.checksum())) {
      throw refused(400, "BadDigest", "The Content-MD5 you specified did not match the file.");
    }
  }

  private static HttpProblem mismatch(String what) {
    return refused(403, "SignatureDoesNotMatch", "Not what the URL was signed for: " + what + ".");
  }

  private static HttpProblem refused(int status, String code, String message) {
    return new HttpProblem(StorageError.of(status, code, message));
  }
}
