package visibuild.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.AccessUsage;
import visibuild.AccessUsageLog;
import visibuild.Attachments;
import visibuild.ClientCredentials;
import visibuild.ClientNotPermittedException;
import visibuild.Credential;
import visibuild.HttpLogLevel;
import visibuild.HttpOptions;
import visibuild.Scope;
import visibuild.Upload;
import visibuild.Visibuild;
import visibuild.WriteAccess;
import visibuild.client.NewTicket;
import visibuild.client.NewWebhook;
import visibuild.client.Ticket;
import visibuild.client.VisibuildClient;
import visibuild.client.VisibuildReadClient;
import visibuild.client.WebhookEndpoint;
import visibuild.client.WebhookEventType;
import visibuild.policy.PolicyEnforcer;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;
import visibuild.testing.WebhookDelivery;
import visibuild.webhook.SignatureScheme;
import visibuild.webhook.WebhookEvent;
import visibuild.webhook.WebhookReader;
import visibuild.webhook.WebhookVerifier;

/** Configuration, uploads, logging, webhooks and several connections. */
@VisibuildSandboxTest
class SetupExamplesTest {
  private VisibuildSandbox sandbox;
  private Visibuild visibuild;
  private String baseUrl;
  private Credential credential;
  @TempDir private Path folder;

  /** The output of the examples. */
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void connect(VisibuildSandbox sandbox, Visibuild visibuild) {
    this.sandbox = sandbox;
    this.visibuild = visibuild;
    baseUrl = sandbox.baseUrl();
    credential = sandbox.clientCredentials(Scope.READ);
  }

  @Test
  void upload() throws IOException {
    Path photo = Files.writeString(folder.resolve("crack.jpg"), "a photo");
    byte[] bytes = "a report".getBytes(UTF_8);
    InputStream stream = new ByteArrayInputStream(bytes);
    List<Long> progress = new ArrayList<>();

    WriteAccess access = visibuild.writeAccess();
    String key = Attachments.upload(access, photo);
    String other = Attachments.upload(access, Upload.of("report.txt", "text/plain", bytes));
    String third = Attachments.upload(access, "report.txt", "text/plain", stream);
    String fourth = Attachments.upload(access, Upload.of(photo).onProgress(progress::add));

    assertThat(List.of(key, other, third, fourth))
        .allSatisfy(each -> assertThat(sandbox.uploadedFile(each)).isPresent());
    assertThat(progress).containsExactly(7L);
  }

  @Test
  void ticketWithPhotos() throws IOException {
    Path photo = Files.writeString(folder.resolve("crack.jpg"), "a photo");
    VisibuildClient writer = VisibuildClient.create(visibuild.writeAccess());
    String projectId = writer.projects().list().iterator().next().id();

    Ticket ticket = writer.openTicket(NewTicket.of("Cracked tile", projectId), Upload.of(photo));

    assertThat(writer.tickets().attachments(ticket.id())).hasSize(1);
  }

  @Test
  void http() {
    HttpOptions office =
        HttpOptions.defaults()
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(Duration.ofMinutes(2))
            .proxy("proxy.example.com", 3128)
            .proxyCredentials("user", "password")
            .connectionPool(10, Duration.ofMinutes(1))
            .maxConcurrentRequests(20);

    Visibuild visibuild =
        Visibuild.builder().baseUrl(baseUrl).credential(credential).http(office).build();

    assertThat(visibuild.scope()).isEqualTo(Scope.READ);
    visibuild.close();
  }

  @Test
  void log() {
    Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(baseUrl)
            .credential(credential)
            .httpLog(HttpLogLevel.HEADERS, lines::add)
            .build();

    try (visibuild) {
      VisibuildReadClient.create(visibuild.readAccess()).projects().list().iterator().next();
    }

    assertThat(lines).anySatisfy(line -> assertThat(line).contains("Authorization: [redacted]"));
  }

  @Test
  void webhook() {
    String secret = "whsec";
    String oldSecret = "whsec-old";

    WebhookVerifier verifier =
        WebhookVerifier.of(SignatureScheme.hexHeader("X-Signature"), secret, oldSecret);
    WebhookReader<Ticket> reader = WebhookReader.of(Ticket.class);

    WebhookDelivery delivery =
        WebhookDelivery.builder("ticket.created")
            .ticket("title", "Leaking pipe")
            .signature(SignatureScheme.hexHeader("X-Signature"), secret)
            .build();
    Map<String, String> headers = delivery.headers();
    byte[] body = delivery.body();

    verifier.verify(
        headers::get, body); // InvalidSignatureException if the signature does not match
    WebhookEvent<Ticket> event = reader.read(body);
    if (event instanceof WebhookEvent.TicketCreated<Ticket> created) {
      log("New: " + created.ticket().title());
    } else if (event instanceof WebhookEvent.Unknown<Ticket> unknown) {
      log("Not known yet: " + unknown.type());
    } else {
      log(event.type());
    }

    assertThat(lines).containsExactly("New: Leaking pipe");
  }

  @Test
  void webhookEndpoint() {
    VisibuildClient writer = VisibuildClient.create(visibuild.writeAccess());
    String url = "https://hooks.example.com/visibuild";

    NewWebhook webhook =
        new NewWebhook(url, List.of(WebhookEventType.TICKET_CREATED), "Help desk", List.of());
    WebhookEndpoint created = writer.webhooks().replace(webhook);
    store(created.secret()); // only this response has the secret

    assertThat(lines).singleElement().asString().isNotEmpty();
  }

  @Test
  void severalCompanies() {
    Companies all =
        new Companies(
            new Settings(
                Map.of("one", sandbox.baseUrl()),
                Map.of("one", sandbox.clientCredentials(Scope.READ))));

    assertThat(all.of("one").projects().list()).hasSize(7);
    assertThat(all.of("one").tickets().list()).isNotEmpty();
    assertThat(sandbox.tokenRequests()).hasSize(1);
    all.companies.values().forEach(Visibuild::close);
  }

  /** One connection for each company. */
  static final class Companies {
    private final Settings settings;

    Map<String, Visibuild> companies = new ConcurrentHashMap<>();

    Companies(Settings settings) {
      this.settings = settings;
    }

    VisibuildReadClient of(String company) {
      Visibuild visibuild =
          companies.computeIfAbsent(
              company,
              name ->
                  Visibuild.builder()
                      .baseUrl(settings.baseUrl(name))
                      .credential(settings.credential(name))
                      .userAgent("report/2.1")
                      .build());
      return VisibuildReadClient.create(visibuild.readAccess());
    }
  }

  record Settings(Map<String, String> baseUrls, Map<String, Credential> credentials) {
    String baseUrl(String company) {
      return requireNonNull(baseUrls.get(company));
    }

    Credential credential(String company) {
      return requireNonNull(credentials.get(company));
    }
  }

  @Test
  void usage() {
    Credential credential = sandbox.clientCredentials(Scope.READ_WRITE);
    AccessUsage usage = new AccessUsage();

    Visibuild visibuild =
        Visibuild.builder().baseUrl(baseUrl).credential(credential).accessUsage(usage).build();
    assertThat(VisibuildClient.create(visibuild.writeAccess()).tickets().list()).isNotEmpty();

    List<String> unused = usage.unusedWriteAccess(); // clients that could write and never did

    System.out.println(usage); // one line for each method, and one for each unused write access

    assertThat(unused).contains("visibuild.client.TicketsWriteApiClient");
    visibuild.close();
  }

  @Test
  void usageLog() throws IOException {
    AccessUsage usage = new AccessUsage();
    Path folder = this.folder;

    AccessUsageLog usageLog =
        AccessUsageLog.builder(usage)
            .program("desk")
            .file(folder.resolve("usage.jsonl"))
            .interval(Duration.ofHours(1))
            .start();

    usageLog.close(); // writes the last interval

    assertThat(Files.readAllLines(folder.resolve("usage.jsonl")))
        .singleElement()
        .asString()
        .startsWith("{\"visibuildUsage\":1,\"program\":\"desk\",");
  }

  @Test
  void policyInWarnMode_createsAWriteClient() throws IOException {
    Path policyFile =
        Files.writeString(
            folder.resolve("visibuild-policy.json"), "{\"version\": 1, \"mayWrite\": []}");
    List<String> counter = new ArrayList<>();

    PolicyEnforcer watching =
        PolicyEnforcer.ofFile(policyFile)
            .warnOnly(denial -> counter.addAll(denial.reasons())); // such as "scope-too-high"

    try (Visibuild connection =
        Visibuild.builder()
            .clientAuthorizer(watching)
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.clientCredentials(Scope.READ_WRITE))
            .build()) {
      assertThat(VisibuildClient.create(connection.writeAccess()).tickets()).isNotNull();
    }
    assertThat(counter).contains("write-not-allowed");
  }

  @Test
  void policyThatPermitsNoWrite_refusesAWriteClient() throws IOException {
    Path policyFile =
        Files.writeString(
            folder.resolve("visibuild-policy.json"), "{\"version\": 1, \"mayWrite\": []}");

    Visibuild.Builder builder =
        Visibuild.builder()
            .clientAuthorizer(PolicyEnforcer.ofFile(policyFile)); // package visibuild.policy

    try (Visibuild connection =
        builder
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.clientCredentials(Scope.READ_WRITE))
            .build()) {
      VisibuildClient writer = VisibuildClient.create(connection.writeAccess());
      assertThatThrownBy(writer::tickets).isInstanceOf(ClientNotPermittedException.class);
    }
  }

  @Test
  void rotatedSecret() {
    String id = "acme-desk";
    Vault vault = name -> "the secret of " + name;

    Credential credential =
        ClientCredentials.of(id, () -> vault.read("visibuild/client-secret"), Scope.READ);

    assertThat(credential.scope()).isEqualTo(Scope.READ);
  }

  interface Vault {
    String read(String name);
  }

  private void log(String line) {
    lines.add(line);
  }

  private void store(@Nullable String secret) {
    lines.add(requireNonNull(secret));
  }
}
