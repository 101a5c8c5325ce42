package visibuild.testing;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.SandboxRequest.StorageRequest;
import visibuild.testing.SandboxRequest.TokenRequest;
import visibuild.testing.oauth.TokenEndpoint;
import visibuild.testing.server.RequestRecord;

/** Shows the servers' notes to users. */
final class Requests {
  /** The value of a query parameter that some clients wrongly put a secret in. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)((?:^|&)[^=&]*(?:token|secret)[^=&]*=)[^&]*");

  private Requests() {}

  static SandboxRequest of(RequestRecord entry) {
    if (entry instanceof RequestRecord.Api api) {
      return new ApiRequest(
          api.method(),
          api.path(),
          withoutSecrets(api.query()),
          api.tokenScope(),
          api.status(),
          api.requestId());
    }
    if (entry instanceof RequestRecord.Token token) {
      return new TokenRequest(
          token.method(),
          TokenEndpoint.PATH,
          token.requestedScope(),
          token.grantedScope(),
          token.status(),
          token.requestId());
    }
    RequestRecord.Storage storage = (RequestRecord.Storage) entry;
    return new StorageRequest(
        storage.method(),
        storage.path(),
        storage.size(),
        storage.carriedAuthorization(),
        storage.status());
  }

  static <T extends SandboxRequest> List<T> only(Class<T> kind, List<SandboxRequest> requests) {
    return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static @Nullable String withoutSecrets(@Nullable String query) {
    return query == null ? null : SECRET.matcher(query).replaceAll("$1...");
  }
}
