package visibuild.benchmark.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import okhttp3.OkHttpClient;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import visibuild.benchmark.spring.OkHttpRequests;
import visibuild.benchmark.spring.SpringTokens;

/** Spring's HTTP interface with its OAuth2 interceptor, on OkHttp and the same Jackson. */
final class SpringHttp implements Client {
  private final Tickets tickets;

  interface Tickets {
    @GetExchange("/api/core/v1/tickets/{id}")
    Envelope.One get(@PathVariable("id") String id);

    @GetExchange("/api/core/v1/tickets")
    Envelope.Many list();
  }

  // The others read with Jackson 2, so this does.
  @SuppressWarnings("removal")
  SpringHttp(OkHttpClient http, ObjectMapper mapper, String url) {
    ClientHttpRequestFactory requests = new OkHttpRequests(http);
    SpringTokens tokens = SpringTokens.of(url + "oauth/token", requests);
    OAuth2ClientHttpRequestInterceptor authorized =
        new OAuth2ClientHttpRequestInterceptor(tokens.manager());
    authorized.setClientRegistrationIdResolver(request -> SpringTokens.REGISTRATION);
    authorized.setPrincipalResolver(request -> tokens.principal());
    RestClient client =
        RestClient.builder()
            .baseUrl(url.substring(0, url.length() - 1))
            .requestFactory(requests)
            .requestInterceptor(authorized)
            .configureMessageConverters(
                converters ->
                    converters.withJsonConverter(new MappingJackson2HttpMessageConverter(mapper)))
            .build();
    tickets =
        HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
            .build()
            .createClient(Tickets.class);
  }

  @Override
  public Ticket ticket(String id) {
    return tickets.get(id).data().ticket();
  }

  @Override
  public List<Ticket> tickets() {
    return tickets.list().data().tickets();
  }
}
