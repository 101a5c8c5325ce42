package visibuild.cli.doctor;

import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.client.VisibuildReadClient;
import visibuild.testing.VisibuildSandbox;

/** Legacy tokens of the sandbox as text, which a credential keeps to itself. */
final class LegacyTokens {
  private LegacyTokens() {}

  /** Returns a new token of scope {@code read}, from the header of a call, as listeners see it. */
  static String issue(VisibuildSandbox sandbox) {
    AtomicReference<String> header = new AtomicReference<>();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void requestHeadersEnd(Call call, Request request) {
                    header.set(request.header("Authorization"));
                  }
                })
            .build();
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.legacyToken(Scope.READ))
            .httpClient(http)
            .build()) {
      VisibuildReadClient.create(visibuild.readAccess()).tags().list().iterator().next();
    }
    return header.get().replaceFirst("^Bearer ", "");
  }
}
