package visibuild.integration.spring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;

/** The clients that get tokens, and the scopes that each path requires. */
@Configuration
@EnableWebSecurity
class SecuritySettings {
  /** Its tokens live three seconds. */
  static final String HASTY = "hasty";

  static final String HASTY_SECRET = "of the hasty one";

  /** Its secret is changed while the server runs. */
  static final String ROTATED = "rotated";

  static final String READER = "reader";
  static final String WRITER = "writer";

  /** Has every kind of character that forms, headers and URLs treat in their own ways. */
  static final String READER_SECRET = "+ % & = : / space é";

  /** The same turned round, since Spring wants secrets to differ. */
  static final String WRITER_SECRET = "é space / : = & % +";

  /** The token endpoint, where Visibuild has it. */
  @Bean
  AuthorizationServerSettings authorizationServerSettings() {
    return AuthorizationServerSettings.builder().tokenEndpoint("/oauth/token").build();
  }

  @Bean
  RegisteredClientRepository clients() {
    return new InMemoryRegisteredClientRepository(
        client(READER, READER_SECRET).scope("read").build(),
        client(ROTATED, "before any rotation").scope("read").build(),
        client(HASTY, HASTY_SECRET)
            .scope("read")
            .tokenSettings(
                TokenSettings.builder().accessTokenTimeToLive(Duration.ofSeconds(30)).build())
            .build(),
        client(WRITER, WRITER_SECRET).scope("read").scope("write").build());
  }

  @Bean
  JWKSource<SecurityContext> keys() throws JOSEException {
    return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("key").generate()));
  }

  @Bean
  OAuth2AuthorizationService grants() {
    return new InMemoryOAuth2AuthorizationService();
  }

  /** A token counts until it is revoked, as Visibuild's do. */
  @Bean
  JwtDecoder tokens(JWKSource<SecurityContext> keys, OAuth2AuthorizationService grants) {
    JwtDecoder decoder = OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    return token -> {
      OAuth2Authorization grant = grants.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
      if (grant != null && grant.getAccessToken().isInvalidated()) {
        throw new BadJwtException("The token was revoked.");
      }
      return decoder.decode(token);
    };
  }

  @Bean
  @Order(1)
  SecurityFilterChain authorizationServer(HttpSecurity http) {
    OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(server, Customizer.withDefaults())
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(HttpSecurity http) {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET)
                    .hasAuthority("SCOPE_read")
                    .anyRequest()
                    .hasAuthority("SCOPE_write"))
        .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
        .build();
  }

  private static RegisteredClient.Builder client(String id, String secret) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret("{noop}" + secret)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
  }
}
