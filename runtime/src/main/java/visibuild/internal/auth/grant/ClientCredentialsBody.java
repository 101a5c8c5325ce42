package visibuild.internal.auth.grant;

import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import visibuild.Scope;
import visibuild.internal.base.Secret;

/**
 * The form of a token request (RFC 6749, section 4.4.2). It contains the secret, so it is one-shot:
 * OkHttp repeats it neither for a redirect nor after a connection failure.
 */
final class ClientCredentialsBody extends RequestBody {
  private final transient FormBody form;

  ClientCredentialsBody(String clientId, Secret secret, Scope scope) {
    // The scope is always sent: without it, the server may grant less than the credential has.
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
