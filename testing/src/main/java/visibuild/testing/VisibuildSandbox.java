package visibuild.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import visibuild.ClientCredentials;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.SandboxRequest.TokenRequest;
import visibuild.testing.oauth.Client;
import visibuild.testing.server.Servers;

/**
 * Visibuild in your own JVM: its token endpoint, its Core and Reporting API over the made-up
 * company of a seed, and its file store, on free loopback ports. All data is generated, and the
 * sandbox connects to no other machine.
 *
 * <pre>{@code
 * try (VisibuildSandbox sandbox = VisibuildSandbox.start()) {
 *   Visibuild visibuild = sandbox.visibuild(Scope.READ_WRITE);
 *   TicketsWriteApi tickets = VisibuildClient.create(visibuild.writeAccess()).tickets();
 *   tickets.open(NewTicket.of("Door does not close", projectId));
 *   assertThat(sandbox.apiRequests()).extracting(ApiRequest::status).containsExactly(201);
 * }
 * }</pre>
 *
 * <p>It follows Visibuild's public documentation down to statuses, headers and bodies. Its records
 * have the members that the documentation names or that Visibuild's own published client programs
 * read, and no others; where the two differ, those of the documentation. What that leaves open is
 * settled here as a Rails application with Doorkeeper would: records are created with 201; a new
 * ticket is {@code pending}; an unknown {@code projectId} is an error of that field (422) in a body
 * and a 404 in a path; errors are {@code {"error", "message", "errors"}}.
 *
 * <p>Time is the sandbox's own and stands still until {@link #clock} is advanced. The same seed and
 * the same time give the same company, to the last id. Safe for use by several threads. Close it
 * when it is no longer needed: its servers keep the JVM alive.
 *
 * @since 0.1
 */
public final class VisibuildSandbox implements AutoCloseable {
  private final SandboxClock clock;
  private final Servers servers;
  private final List<Visibuild> opened = new CopyOnWriteArrayList<>();

  VisibuildSandbox(SandboxClock clock, Servers servers) {
    this.clock = clock;
    this.servers = servers;
  }

  /** Starts a sandbox as it comes. */
  public static VisibuildSandbox start() {
    return builder().start();
  }

  /** A sandbox of your own making. */
  public static SandboxBuilder builder() {
    return new SandboxBuilder();
  }

  /** The origin of the APIs and the token endpoint, as {@code http://127.0.0.1:49152}. */
  public String baseUrl() {
    return servers.origin();
  }

  /** The origin of the file store, where presigned URLs lead; never the one of {@link #baseUrl}. */
  public String storageUrl() {
    return servers.storageOrigin();
  }

  /** The sandbox's time. */
  public SandboxClock clock() {
    return clock;
  }

  /** The OAuth client that was created with {@code scope}; the same each time. */
  public ClientCredentials clientCredentials(Scope scope) {
    return credentials(servers.clients().of(scope.parameter()), scope);
  }

  /**
   * Gives the OAuth client of {@code scope} a new secret. The old one is refused from now on;
   * tokens that are out live on.
   */
  public ClientCredentials rotateSecret(Scope scope) {
    return credentials(servers.clients().rotate(scope.parameter()), scope);
  }

  /** A new legacy token with {@code scope}, which lives a year by the sandbox's clock. */
  public LegacyToken legacyToken(Scope scope) {
    return LegacyToken.of(servers.tokens().issueLegacy(scope.parameter()).value(), scope);
  }

  /**
   * The environment variables with which a program finds this sandbox and its OAuth client of
   * {@code scope}: for a program in a separate process, or in another language. They hold the
   * client's secret. Variables that would contradict them, such as a region, are blank, which
   * counts as not set.
   */
  public Map<String, String> environment(Scope scope) {
    Client client = servers.clients().of(scope.parameter());
    return Map.of(
        "VISIBUILD_BASE_URL", baseUrl(),
        "VISIBUILD_CLIENT_ID", client.id(),
        "VISIBUILD_CLIENT_SECRET", client.secret(),
        "VISIBUILD_SCOPE", scope.parameter(),
        "VISIBUILD_REGION", "",
        "VISIBUILD_CLIENT_SECRET_FILE", "",
        "VISIBUILD_TOKEN", "");
  }

  /**
   * Opens a connection to this sandbox with its OAuth client of {@code scope}, on the sandbox's
   * clock. The sandbox closes it.
   *
   * <p>Unlike a connection of the program's own builder, it repeats no call ({@code retries(0)}):
   * one {@link Fault} gives one exception, and no test waits for a back-off. To test retries, build
   * a connection as the program does:
   *
   * <pre>{@code
   * Visibuild.builder()
   *     .baseUrl(sandbox.baseUrl())
   *     .credential(sandbox.clientCredentials(Scope.READ))
   *     .build()
   * }</pre>
   */
  public Visibuild visibuild(Scope scope) {
    Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(baseUrl())
            .credential(clientCredentials(scope))
            .clock(clock)
            .retries(0)
            .build();
    opened.add(visibuild);
    return visibuild;
  }

  /** Lets something go wrong. Faults that fit the same request happen one after the other. */
  public void fail(Fault fault) {
    servers.faultRules().add(fault.rule());
  }

  /** Takes back the faults that have not happened yet. */
  public void heal() {
    servers.faultRules().clear();
  }

  /** Revokes every token that is out, legacy tokens too. New ones can be had. */
  public void revokeTokens() {
    servers.tokens().revokeAll();
  }

  /** Returns all requests so far, in the order of their responses; unmodifiable. */
  public List<SandboxRequest> requests() {
    return servers.log().entries().stream().map(Requests::of).toList();
  }

  /** The calls of the APIs among {@link #requests}. */
  public List<ApiRequest> apiRequests() {
    return Requests.only(ApiRequest.class, requests());
  }

  /** The token requests among {@link #requests}. */
  public List<TokenRequest> tokenRequests() {
    return Requests.only(TokenRequest.class, requests());
  }

  /** Forgets the requests so far. */
  public void forgetRequests() {
    servers.log().clear();
  }

  /** The file that was uploaded under {@code key}, or empty if none was. */
  public Optional<SandboxFile> uploadedFile(String key) {
    return Optional.ofNullable(servers.storage().file(key))
        .map(file -> new SandboxFile(file.filename(), file.contentType(), file.bytes()));
  }

  /**
   * Sends a delivery to the program's webhook endpoint and returns the status of the response.
   *
   * <pre>{@code
   * WebhookDelivery delivery =
   *     WebhookDelivery.builder("ticket.status_changed")
   *         .ticket("status", "closed")
   *         .signature(scheme, secret)
   *         .build();
   * assertThat(sandbox.deliver(delivery, "http://localhost:8080/hooks")).isEqualTo(204);
   * }</pre>
   *
   * @param url a URL on the loopback
   * @throws IllegalArgumentException if {@code url} is another host
   * @throws UncheckedIOException if no response comes within 10 seconds
   */
  public int deliver(WebhookDelivery delivery, String url) {
    return sent(() -> servers.deliveries().post(url, delivery.body(), delivery.headers()), url);
  }

  /**
   * Sends an event about a ticket of the sandbox to the program's webhook endpoint and returns the
   * status of the response. It is signed if a webhook with this URL was created in the sandbox.
   *
   * <p>An event {@code ticket.created} needs no call: when a ticket is opened, the sandbox sends it
   * in the background to each enabled webhook that points at the loopback.
   *
   * @param type the type of the event, such as {@code ticket.updated}
   * @param url a URL on the loopback
   * @throws IllegalArgumentException if {@code url} is another host
   * @throws UncheckedIOException if no response comes within 10 seconds
   */
  public int deliver(String type, String url) {
    return sent(() -> servers.apis().deliver(type, url), url);
  }

  /** Ends the servers, and the connections that {@link #visibuild} made. */
  @Override
  public void close() {
    opened.forEach(Visibuild::close);
    servers.close();
  }

  /** Returns the servers behind the sandbox, for the tests of this module. */
  Servers servers() {
    return servers;
  }

  @Override
  public String toString() {
    return "VisibuildSandbox[" + baseUrl() + "]";
  }

  private interface Post {
    int send() throws IOException;
  }

  private static int sent(Post post, String url) {
    try {
      return post.send();
    } catch (IOException e) {
      throw new UncheckedIOException("No response to a webhook delivery came from " + url + ".", e);
    }
  }

  private static ClientCredentials credentials(Client client, Scope scope) {
    return ClientCredentials.of(client.id(), client.secret(), scope);
  }
}
