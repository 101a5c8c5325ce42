package visibuild.testing.server;

import org.jspecify.annotations.Nullable;
import visibuild.testing.http.Answer;
import visibuild.testing.http.Incoming;
import visibuild.testing.storage.Storage;

/** Serves the file store. */
final class StorageFront implements Front {
  private final Storage storage;

  StorageFront(Storage storage) {
    this.storage = storage;
  }

  @Override
  public Served serve(Incoming request, @Nullable Answer instead) {
    boolean authorization = request.headers().get("Authorization") != null;
    return new Served(
        instead == null ? storage.answer(request) : instead,
        (status, requestId) ->
            new Entry.Storage(
                request.method(), request.path(), request.body().size(), authorization, status));
  }
}
