package visibuild.benchmark.spring;

import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * Spring Security's token cache for a program without users.
 *
 * @param manager asks for a token and keeps it
 * @param principal the owner of the tokens
 */
public record SpringTokens(OAuth2AuthorizedClientManager manager, Authentication principal) {
  /** The name of the only registration. */
  public static final String REGISTRATION = "visibuild";

  /** Spring's default margin before the expiry of a token. */
  private static final Duration USUAL_MARGIN = Duration.ofMinutes(1);

  /** Tokens of the endpoint at {@code tokenUrl}, renewed a minute ahead, which is the default. */
  public static SpringTokens of(String tokenUrl, ClientHttpRequestFactory requests) {
    var endpoint = new RestClientClientCredentialsTokenResponseClient();
    endpoint.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .build());
    return of(tokenUrl, endpoint, USUAL_MARGIN);
  }

  /** Tokens of {@code endpoint}, renewed {@code margin} ahead. */
  public static SpringTokens of(
      String tokenUrl,
      OAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> endpoint,
      Duration margin) {
    var registrations =
        new InMemoryClientRegistrationRepository(
            ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId("benchmark")
                .clientSecret("benchmark")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("read")
                .tokenUri(tokenUrl)
                .build());
    var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
    provider.setAccessTokenResponseClient(endpoint);
    provider.setClockSkew(margin);
    var manager =
        new AuthorizedClientServiceOAuth2AuthorizedClientManager(
            registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
    manager.setAuthorizedClientProvider(provider);
    return new SpringTokens(manager, new TestingAuthenticationToken("benchmark", "none"));
  }

  /** A token to send now. */
  public String token() {
    OAuth2AuthorizedClient client =
        manager.authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal(principal)
                .build());
    if (client == null) {
      throw new IllegalStateException("There is no token.");
    }
    return client.getAccessToken().getTokenValue();
  }
}
