package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.AuthenticationException;
import visibuild.InvalidRequestException;
import visibuild.NotFoundException;
import visibuild.Page;
import visibuild.RateLimitedException;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.ServerException;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.SandboxRequest.TokenRequest;

/** The sandbox and the runtime together. */
@Tag("slow")
class RuntimeTest {
  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final Visibuild visibuild = sandbox.visibuild(Scope.READ_WRITE);

  record Project(String id, String name) {}

  record Ticket(String id, String title, @Nullable String priority) {}

  interface Calls {
    @GET("api/core/v1/projects")
    Call<Page<Project>> projects(
        @Query("pageSize") @Nullable Integer pageSize, @Query("next") @Nullable String next);

    @GET("api/core/v1/tickets/{id}")
    Call<Ticket> ticket(@Path("id") String id);

    @POST("api/core/v1/tickets")
    Call<Ticket> open(@Body Map<String, String> ticket);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void pagesAreReadToTheirEnd() {
    Calls calls = visibuild.readAccess().implement(Calls.class);

    List<Project> projects =
        ClientCalls.<Project>paged((pageSize, next) -> calls.projects(pageSize, next))
            .pageSize(2)
            .stream()
            .toList();

    assertThat(projects).hasSize(7);
    assertThat(sandbox.apiRequests()).hasSize(4);
  }

  @Test
  void aRetryHealsWhatPasses() {
    sandbox.fail(Fault.rateLimited(Duration.ZERO).times(2));
    sandbox.fail(Fault.status(503));

    try (Visibuild patient =
        Visibuild.builder()
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.clientCredentials(Scope.READ))
            .retries(3)
            .build()) {
      assertThat(projects(patient.readAccess())).isNotEmpty();
    }
    assertThat(sandbox.apiRequests())
        .extracting(ApiRequest::status)
        .containsExactly(429, 429, 503, 200);
  }

  @Test
  void connectionOfTheSandbox_repeatsNoCall() {
    sandbox.fail(Fault.status(503));

    assertThatThrownBy(() -> projects(visibuild.readAccess())).isInstanceOf(ServerException.class);
    assertThat(sandbox.apiRequests()).hasSize(1);
  }

  @Test
  void readOfACredentialThatWritesCarriesATokenThatReads() {
    projects(visibuild.writeAccess());

    assertThat(sandbox.tokenRequests())
        .extracting(TokenRequest::requestedScope)
        .containsExactly("read");
    assertThat(sandbox.apiRequests()).extracting(ApiRequest::tokenScope).containsExactly("read");
  }

  @Test
  void openedTicketIsReadBack() {
    Calls calls = visibuild.writeAccess().implement(Calls.class);
    String projectId = projects(visibuild.readAccess()).get(0).id();

    Ticket opened =
        ClientCalls.execute(calls.open(Map.of("title", "Leak", "projectId", projectId)));

    assertThat(ClientCalls.execute(calls.ticket(opened.id()))).isEqualTo(opened);
    assertThat(sandbox.apiRequests())
        .extracting(ApiRequest::method, ApiRequest::tokenScope)
        .contains(tuple("POST", "read write"));
  }

  @Test
  void tokenIsRenewedWhenTheSandboxesTimeGoesOn() {
    projects(visibuild.readAccess());
    sandbox.clock().advance(Duration.ofHours(2));
    projects(visibuild.readAccess());

    assertThat(sandbox.tokenRequests()).hasSize(2);
    assertThat(sandbox.apiRequests()).extracting(ApiRequest::status).containsExactly(200, 200);
  }

  @Test
  void revokedTokenIsReplacedOnce() {
    projects(visibuild.readAccess());
    sandbox.revokeTokens();
    projects(visibuild.readAccess());

    assertThat(sandbox.apiRequests()).extracting(ApiRequest::status).containsExactly(200, 401, 200);
  }

  @Test
  void legacyTokenNeedsNoTokenRequest() {
    try (Visibuild legacy =
        Visibuild.builder()
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.legacyToken(Scope.READ))
            .build()) {
      assertThat(projects(legacy.readAccess())).hasSize(7);
      assertThat(sandbox.tokenRequests()).isEmpty();
    }
  }

  @Test
  void rotatedSecretIsAnAuthenticationFailure() {
    sandbox.rotateSecret(Scope.READ_WRITE);

    assertThatThrownBy(() -> projects(visibuild.readAccess()))
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void unknownTicketIsNotFound() {
    Calls calls = visibuild.readAccess().implement(Calls.class);

    assertThatThrownBy(() -> ClientCalls.execute(calls.ticket("none")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void fieldErrorsArriveByName() {
    Calls calls = visibuild.writeAccess().implement(Calls.class);

    assertThatThrownBy(() -> ClientCalls.execute(calls.open(Map.of("title", ""))))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.fieldErrors()).containsOnlyKeys("title", "projectId");
            });
  }

  @Test
  void rateLimitArrivesWithItsWait() {
    sandbox.fail(Fault.rateLimited(Duration.ofSeconds(7)).times(100));

    assertThatThrownBy(() -> projects(visibuild.readAccess()))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void serverErrorArrivesAsOne() {
    sandbox.fail(Fault.status(500).times(100));

    assertThatThrownBy(() -> projects(visibuild.readAccess())).isInstanceOf(ServerException.class);
  }

  @Test
  void connectionIsClosedWithTheSandbox() {
    ReadAccess access = visibuild.readAccess();
    sandbox.close();

    assertThatThrownBy(() -> projects(access)).isInstanceOf(RuntimeException.class);
  }

  private static List<Project> projects(ReadAccess access) {
    return ClientCalls.execute(access.implement(ProjectsOnly.class).projects());
  }

  interface ProjectsOnly {
    @GET("api/core/v1/projects")
    Call<List<Project>> projects();
  }
}
