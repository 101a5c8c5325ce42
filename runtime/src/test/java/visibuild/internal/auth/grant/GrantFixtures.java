package visibuild.internal.auth.grant;

import java.nio.charset.StandardCharsets;
import java.util.List;
import visibuild.Scope;
import visibuild.fixture.FakeVisibuild;
import visibuild.internal.base.Secret;

/** Reads responses of the token endpoint that a test writes as text. */
public final class GrantFixtures {
  private static final Secret SECRET = Secret.ofUnchecked(FakeVisibuild.CLIENT_SECRET);

  private GrantFixtures() {}

  static AccessTokenResponse parse(String json) throws MalformedTokenResponseException {
    return AccessTokenResponse.parse(json.getBytes(StandardCharsets.UTF_8), SECRET);
  }

  /** The objects of this package that hold a secret. */
  public static List<Object> secretHolders() throws Exception {
    return List.of(
        new ClientCredentialsBody("id", SECRET, Scope.READ),
        parse("{\"token_type\":\"Bearer\",\"access_token\":\"token-1\"}"));
  }
}
