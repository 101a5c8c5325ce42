package visibuild.benchmark.call;

import java.util.List;
import okhttp3.OkHttpClient;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Visibuild;

/** The client that the processor wrote. */
final class Generated implements Client {
  private final Visibuild visibuild;
  private final TicketsApi tickets;

  Generated(OkHttpClient http, String url) {
    visibuild =
        Visibuild.builder()
            .baseUrl(url)
            .credential(ClientCredentials.of("benchmark", "benchmark", Scope.READ))
            .httpClient(http)
            .build();
    tickets = TicketsApiClient.create(visibuild.readAccess());
  }

  @Override
  public Ticket ticket(String id) {
    return tickets.get(id);
  }

  @Override
  public List<Ticket> tickets() {
    return tickets.list();
  }

  @Override
  public void close() {
    visibuild.close();
  }
}
