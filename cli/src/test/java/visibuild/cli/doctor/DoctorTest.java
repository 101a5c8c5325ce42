package visibuild.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Scope;
import visibuild.testing.Fault;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.SandboxRequest.TokenRequest;
import visibuild.testing.VisibuildSandbox;

@Tag("slow")
class DoctorTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.builder().strict().start();

  private final VisibuildSandbox sandbox = SANDBOX;

  @BeforeEach
  void forget() {
    sandbox.heal();
    sandbox.forgetRequests();
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void sandbox_hasNoDifferenceAndIsCheckedWhole() {
    DoctorReport report = Examination.of(sandbox);

    assertThat(report.differences()).isEmpty();
    assertThat(report.failure()).isNull();
    assertThat(report.results()).extracting(EndpointResult::notChecked).containsOnlyNulls();
    assertThat(report.endpoints())
        .hasSize(Examination.ENDPOINTS.size() + 2)
        .allSatisfy(result -> assertThat(result.members().members()).isNotEmpty());
  }

  @Test
  void readWriteCredential_isUsedForReadsOnly() throws IOException {
    examine(Scope.READ_WRITE, false);

    assertThat(sandbox.apiRequests())
        .isNotEmpty()
        .allSatisfy(
            request -> {
              assertThat(request.method()).isEqualTo("GET");
              assertThat(request.tokenScope()).isEqualTo("read");
            });
    assertThat(sandbox.tokenRequests())
        .extracting(TokenRequest::requestedScope)
        .containsExactly("read");
  }

  @Test
  void writeScope_isNotCheckedWithoutTheOption() throws IOException {
    DoctorReport report = examine(Scope.READ_WRITE, false);

    assertThat(report.tokens()).extracting(TokenResult::isGranted).containsExactly(true, false);
    assertThat(report.tokens().get(1).response().notChecked()).contains("--check-write-scope");
    assertThat(report.differences()).isEmpty();
  }

  @Test
  void writeScope_isRequestedOnceAndNeverUsed() throws IOException {
    DoctorReport report = examine(Scope.READ_WRITE, true);

    assertThat(report.tokens())
        .extracting(TokenResult::scope, TokenResult::isGranted, TokenResult::lifetimeSeconds)
        .containsExactly(tuple(Scope.READ, true, 3600L), tuple(Scope.READ_WRITE, true, 3600L));
    assertThat(sandbox.tokenRequests())
        .extracting(TokenRequest::requestedScope)
        .containsExactly("read", "read write");
    assertThat(sandbox.apiRequests()).extracting(ApiRequest::tokenScope).containsOnly("read");
  }

  @Test
  void tokenWithMoreThanRead_isNotSent() {
    DoctorReport report = Examination.of(sandbox, tokenMember("scope", "read write"));

    assertThat(report.differences())
        .singleElement()
        .asString()
        .contains("scope is not the requested");
    assertThat(report.endpoints())
        .extracting(EndpointResult::notChecked)
        .containsOnly("no token of scope \"read\"");
    assertThat(sandbox.apiRequests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "t\u00f6ken", "a b", "\u202e"})
  void tokenThatNoHeaderCanCarry_isADifferenceAndNotSent(String token) {
    DoctorReport report = Examination.of(sandbox, tokenMember("access_token", token));

    assertThat(report.differences())
        .singleElement()
        .asString()
        .contains("access_token has a character that a header cannot have, or none");
    assertThat(report.endpoints())
        .extracting(EndpointResult::notChecked)
        .containsOnly("no token of scope \"read\"");
    assertThat(sandbox.apiRequests()).isEmpty();
  }

  @Test
  void refusedCredential_isAFailure() {
    sandbox.rotateSecret(Scope.READ);
    Map<String, String> old = Map.copyOf(sandbox.environment(Scope.READ));
    sandbox.rotateSecret(Scope.READ);

    DoctorReport report =
        Examination.of(new OkHttpApiServer(new OkHttpClient(), Settings.of(old)), sandbox.clock());

    assertThat(report.failure()).contains("status 401, invalid_client");
    assertThat(sandbox.apiRequests()).isEmpty();
  }

  @Test
  void legacyToken_isSentUnchanged() throws IOException {
    Settings settings =
        Settings.of(
            Map.of(
                "VISIBUILD_BASE_URL", sandbox.baseUrl(),
                "VISIBUILD_TOKEN", LegacyTokens.issue(sandbox),
                "VISIBUILD_SCOPE", "read"));

    DoctorReport report =
        Examination.of(new OkHttpApiServer(new OkHttpClient(), settings), sandbox.clock());

    assertThat(report.tokens()).isEmpty();
    assertThat(report.differences()).isEmpty();
    assertThat(sandbox.tokenRequests()).isEmpty();
  }

  @Test
  void rateLimit_endsTheExamination() {
    sandbox.fail(Fault.rateLimited().at("/api/core/v1/milestones"));

    DoctorReport report = Examination.of(sandbox);

    assertThat(report.differences())
        .containsExactly(
            "GET api/core/v1/milestones: status 429 without Retry-After; expected 200");
    assertThat(report.endpoints())
        .filteredOn(result -> result.status() == 0)
        .isNotEmpty()
        .extracting(EndpointResult::notChecked)
        .containsOnly("the server limits the rate; try again later");
    assertThat(sandbox.apiRequests()).last().extracting(ApiRequest::status).isEqualTo(429);
  }

  @Test
  void secondRequestWithoutResponse_endsTheExamination() {
    sandbox.fail(Fault.disconnected().times(50));

    DoctorReport report = Examination.of(sandbox);

    assertThat(report.differences()).hasSize(2).allMatch(line -> line.contains("no response ("));
    assertThat(sandbox.apiRequests()).hasSize(2);
  }

  @Test
  void emptyLists_areNotChecked() {
    DoctorReport report =
        Examination.of(sandbox, Drift.records(tickets(), json -> ((ArrayNode) json).removeAll()));

    assertThat(report.endpoints())
        .filteredOn(result -> "no record".equals(result.notChecked()))
        .extracting(EndpointResult::request)
        .containsExactly(
            "GET api/core/v1/tickets",
            "GET api/core/v1/tickets/{id}",
            "GET api/core/v1/tickets/{id}/attachments",
            "GET api/core/v1/tickets/{id}/comments");
    assertThat(report.differences()).isEmpty();
  }

  @Test
  void requiredParameter_isNotInvented() throws IOException {
    ReadEndpoint endpoint =
        new ReadEndpoint("api/core/v1/search", ReadEndpoint.Kind.OTHER, null, "text");
    Settings settings = Settings.of(sandbox.environment(Scope.READ));

    DoctorReport report =
        new Doctor(
                new OkHttpApiServer(new OkHttpClient(), settings),
                List.of(endpoint),
                sandbox.clock(),
                Examination.randomIds())
            .examine(Scope.READ, false);

    assertThat(report.endpoints())
        .singleElement()
        .extracting(EndpointResult::notChecked)
        .isEqualTo("the parameter text is required");
    assertThat(sandbox.apiRequests()).isEmpty();
  }

  @Test
  void clock_isComparedWithTheDateHeader() {
    DoctorReport report =
        Examination.of(
            sandbox,
            chain ->
                chain
                    .proceed(chain.request())
                    .newBuilder()
                    .header("Date", "Mon, 02 Mar 2026 09:00:20 GMT")
                    .build());

    assertThat(report.differences()).isEmpty();
    assertThat(report.connection().skew()).hasSeconds(-20);
  }

  @Test
  void redirect_isNotFollowed() {
    AtomicInteger others = new AtomicInteger();
    Interceptor redirect =
        chain -> {
          if (chain.request().url().encodedPath().startsWith("/elsewhere")) {
            others.incrementAndGet();
          }
          Response response = chain.proceed(chain.request());
          return Drift.isOf(tickets()).test(chain.request())
              ? response.newBuilder().code(302).header("Location", "/elsewhere").build()
              : response;
        };

    DoctorReport report = Examination.of(sandbox, redirect);

    assertThat(report.differences()).contains("GET api/core/v1/tickets: status 302; expected 200");
    assertThat(others).hasValue(0);
  }

  private DoctorReport examine(Scope scope, boolean checksWriteScope) throws IOException {
    Settings settings = Settings.of(sandbox.environment(scope));
    return Doctor.of(
            new OkHttpApiServer(new OkHttpClient(), settings),
            sandbox.clock(),
            Examination.randomIds())
        .examine(settings.scope(), checksWriteScope);
  }

  private static ReadEndpoint tickets() {
    return Examination.ENDPOINTS.stream()
        .filter(endpoint -> endpoint.path().equals("api/core/v1/tickets"))
        .findFirst()
        .orElseThrow();
  }

  private static Interceptor tokenMember(String name, String value) {
    return Drift.response(
        request -> request.url().encodedPath().equals("/oauth/token"),
        200,
        response -> Drift.withJson(response, json -> json.put(name, value)));
  }
}
