package visibuild.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import mockwebserver3.MockWebServer;
import visibuild.testing.api.VisibuildApis;
import visibuild.testing.data.Ids;
import visibuild.testing.data.PortfolioGenerator;
import visibuild.testing.delivery.Deliveries;
import visibuild.testing.oauth.Clients;
import visibuild.testing.oauth.ScopeGate;
import visibuild.testing.oauth.Secrets;
import visibuild.testing.oauth.TokenEndpoint;
import visibuild.testing.oauth.Tokens;
import visibuild.testing.storage.Storage;

/** Both running servers of one sandbox, with their state. */
public final class Servers implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final MockWebServer api = new MockWebServer();
  private final MockWebServer store = new MockWebServer();
  private final RequestLog log = new RequestLog();
  private final FaultRules faultRules = new FaultRules();
  private final Clients clients;
  private final Tokens tokens;
  private final Storage storage;
  private final VisibuildApis apis;
  private final Deliveries deliveries = new Deliveries();

  private Servers(Settings settings) throws IOException {
    SplittableRandom random = new SplittableRandom(settings.seed());
    Secrets secrets = new Secrets(random.split());
    clients = new Clients(secrets, List.of("read", "read write"));
    tokens = new Tokens(secrets, settings.clock(), settings.tokenLifetime());
    listen(store, 0);
    storage = new Storage(origin(store), settings.clock(), () -> secrets.next("signature"));
    apis =
        VisibuildApis.of(
            PortfolioGenerator.generate(settings.seed(), settings.clock().instant()),
            storage,
            new Ids(random.split()),
            settings.clock(),
            () -> secrets.next("webhook"),
            deliveries,
            settings.signer());
    Endpoint tokenEndpoint =
        new TokenRequestEndpoint(
            new TokenEndpoint(
                clients, tokens, settings.revokesPreviousTokens(), settings.strictness()));
    Endpoint apiEndpoint =
        new ApiEndpoint(
            apis.routes(),
            tokens,
            new ScopeGate(tokens, settings.namesMissingScope()),
            settings.limit(),
            settings.strictness());
    Endpoint storageEndpoint = new StorageEndpoint(storage);
    Supplier<String> requestIds = requestIds(random.split());
    store.setDispatcher(
        new SandboxDispatcher(store, request -> storageEndpoint, faultRules, log, requestIds));
    api.setDispatcher(
        new SandboxDispatcher(
            api,
            request -> request.path().equals(TokenEndpoint.PATH) ? tokenEndpoint : apiEndpoint,
            faultRules,
            log,
            requestIds));
    listen(api, settings.port());
  }

  /** Starts both servers on the loopback. */
  public static Servers start(Settings settings) {
    try {
      return new Servers(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(cannotListen(settings.port()), e);
    }
  }

  private static String cannotListen(int port) {
    return port == 0
        ? "The sandbox cannot listen on the loopback (127.0.0.1)."
        : "The sandbox cannot listen on 127.0.0.1:"
            + port
            + "; the port may be in use or reserved, so choose another one.";
  }

  /** The origin of the APIs and the token endpoint. */
  public String origin() {
    return origin(api);
  }

  /** The origin of the file store. */
  public String storageOrigin() {
    return origin(store);
  }

  /** Returns the request log. */
  public RequestLog log() {
    return log;
  }

  /** Returns the rules of injected faults. */
  public FaultRules faultRules() {
    return faultRules;
  }

  /** The OAuth clients. */
  public Clients clients() {
    return clients;
  }

  /** The tokens that are out. */
  public Tokens tokens() {
    return tokens;
  }

  /** The files. */
  public Storage storage() {
    return storage;
  }

  /** Returns the sender of webhook deliveries. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Returns both APIs. */
  public VisibuildApis apis() {
    return apis;
  }

  @Override
  public void close() {
    deliveries.close();
    api.close();
    store.close();
  }

  private static void listen(MockWebServer server, int port) throws IOException {
    server.setServerSocketFactory(new NoDelayServerSocketFactory());
    server.start(InetAddress.getByAddress(LOOPBACK), port);
  }

  private static String origin(MockWebServer server) {
    return "http://127.0.0.1:" + server.getPort();
  }

  private static Supplier<String> requestIds(SplittableRandom random) {
    return () -> {
      synchronized (random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
      }
    };
  }
}
