package visibuild.internal.auth;

import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import visibuild.Scope;

/**
 * The body of a token request (RFC 6749, section 4.4.2). It carries the secret, so it is sent once
 * and to the place it was made for: OkHttp repeats no such body, neither for a redirect nor for a
 * connection that broke.
 */
final class ClientCredentialsBody extends RequestBody {
  private final transient FormBody form;

  ClientCredentialsBody(String clientId, Held secret, Scope scope) {
    // Always with its scope: left out, it may grant less than the credential has.
    this.form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("client_id", clientId)
            .add("client_secret", secret.reveal())
            .add("scope", scope.parameter())
            .build();
  }

  @Override
  public MediaType contentType() {
    return form.contentType();
  }

  @Override
  public long contentLength() {
    return form.contentLength();
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    form.writeTo(sink);
  }
}
