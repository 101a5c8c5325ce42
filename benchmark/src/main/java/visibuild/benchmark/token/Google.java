package visibuild.benchmark.token;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.auth.oauth2.OAuth2CredentialsWithRefresh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Date;
import java.util.Objects;

/** Google's {@code OAuth2Credentials}, asked as its HTTP clients ask it. */
final class Google implements Tokens {
  private static final URI PLACE = URI.create("https://visibuild.example/");

  private final OAuth2Credentials credentials;

  Google(SlowEndpoint endpoint) {
    credentials =
        OAuth2CredentialsWithRefresh.newBuilder()
            .setRefreshHandler(
                () -> {
                  SlowEndpoint.Grant grant = endpoint.ask();
                  return new AccessToken(grant.token(), Date.from(grant.end()));
                })
            .setExpirationMargin(endpoint.margin())
            .setRefreshMargin(endpoint.window())
            .build();
  }

  @Override
  public String token() {
    try {
      return Objects.requireNonNull(credentials.getRequestMetadata(PLACE).get("Authorization"))
          .get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
