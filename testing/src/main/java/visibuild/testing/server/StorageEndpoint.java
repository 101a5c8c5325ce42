package visibuild.testing.server;

import org.jspecify.annotations.Nullable;
import visibuild.testing.http.SandboxHttpRequest;
import visibuild.testing.http.SandboxHttpResponse;
import visibuild.testing.storage.Storage;

/** Serves the file store. */
final class StorageEndpoint implements Endpoint {
  private final Storage storage;

  StorageEndpoint(Storage storage) {
    this.storage = storage;
  }

  @Override
  public Served serve(SandboxHttpRequest request, @Nullable SandboxHttpResponse instead) {
    boolean authorization = request.headers().get("Authorization") != null;
    return new Served(
        instead == null ? storage.response(request) : instead,
        (status, requestId) ->
            new RequestRecord.Storage(
                request.method(), request.path(), request.body().size(), authorization, status));
  }
}
