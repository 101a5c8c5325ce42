package visibuild.benchmark.token;

import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import visibuild.benchmark.spring.SpringTokens;

/** Spring Security's client credentials. */
final class Spring implements Tokens {
  private final SpringTokens tokens;

  Spring(SlowEndpoint endpoint) {
    tokens =
        SpringTokens.of(
            "https://visibuild.example/oauth/token",
            request ->
                OAuth2AccessTokenResponse.withToken(endpoint.ask().token())
                    .tokenType(TokenType.BEARER)
                    .expiresIn(endpoint.life().toSeconds())
                    .build(),
            endpoint.margin());
  }

  @Override
  public String token() {
    return tokens.token();
  }
}
