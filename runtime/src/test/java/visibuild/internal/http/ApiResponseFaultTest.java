package visibuild.internal.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.MockResponse;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import visibuild.ApiException;
import visibuild.AuthenticationException;
import visibuild.ClientCredentials;
import visibuild.ForbiddenException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Threads;

/** Faults 60 to 70: responses of the API. */
@Tag("slow")
@Timeout(180)
class ApiResponseFaultTest {
  private static final MockResponse OK = Replies.json(Replies.PROJECT);
  private static final String FIRST = "Bearer token-1";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final FakeVisibuild elsewhere = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final List<TokenEvent> events = new CopyOnWriteArrayList<>();

  @Test
  void rejectedTokenReplacedMeanwhile_costsNoTokenRequest() {
    Calls calls = calls();
    ClientCalls.execute(calls.project("p1"));
    server.calls(
        outer -> {
          server.calls(Replies.refusedToken(), OK);
          ClientCalls.execute(calls.project("p2"));
          server.calls(OK);
          return Replies.refusedToken();
        });

    ClientCalls.execute(calls.project("p1"));

    assertThat(server.authorizations()).endsWith("Bearer token-2");
    assertThat(server.tokenRequests()).hasSize(2);
  }

  @Test
  void twoHundredParallel401s_costOneTokenRequest() throws Exception {
    CountDownLatch all = new CountDownLatch(200);
    server.calls(
        request -> {
          if (!FIRST.equals(request.getHeaders().get("Authorization"))) {
            return OK;
          }
          all.countDown();
          boolean unused = all.await(60, SECONDS);
          return Replies.refusedToken();
        });
    Calls calls = calls();
    ExecutorService threads = Executors.newFixedThreadPool(200);
    List<Future<Project>> replies = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      replies.add(threads.submit(() -> ClientCalls.execute(calls.project("p1"))));
    }
    for (Future<Project> reply : replies) {
      assertThat(reply.get(90, SECONDS).id()).isEqualTo("p1");
    }
    threads.shutdown();

    assertThat(server.tokenRequests()).hasSize(2);
    Threads.await(() -> events.stream().anyMatch(TokenEvent.Rejected.class::isInstance));
    assertThat(events.stream().filter(TokenEvent.Rejected.class::isInstance)).hasSize(1);
  }

  @Test
  void second401_isReturnedWithoutAnotherAttempt() {
    server.calls(Replies.refusedToken());

    refused(calls().project("p1"));

    assertThat(server.calls()).hasSize(2);
    assertThat(server.tokenRequests()).hasSize(2);
  }

  @Test
  void oneShotBodyAnd401_isNotRepeated() {
    server.calls(Replies.refusedToken(), OK);
    RequestBody once =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get("application/json");
          }

          @Override
          public boolean isOneShot() {
            return true;
          }

          @Override
          public void writeTo(BufferedSink sink) throws java.io.IOException {
            sink.writeUtf8("{}");
          }
        };

    refused(server.writeCalls().send(once));

    assertThat(server.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic realm=\"proxy\"",
        "Basic realm=\"a\", Bearer realm=\"b\", error=\"invalid_token\"",
        "Bearer error=\"invalid_token\", error_description=\"expired, or revoked, \\\"twice\\\"\"",
        "Bearer",
        ",,,= \"",
      })
  void unauthorizedWithAnyChallenge_isReported(String challenge) {
    MockResponse.Builder refusal = new MockResponse.Builder().code(401);
    if (!challenge.isEmpty()) {
      refusal.setHeader("WWW-Authenticate", challenge);
    }
    server.calls(refusal.build());

    AuthenticationException failure = refused(calls().project("p1"));

    assertThat(failure).hasMessageContaining("failed with status 401");
    if (challenge.contains("twice")) {
      assertThat(failure).hasMessageContaining("(expired, or revoked, \"twice\")");
    }
  }

  @Test
  void empty403_namesRequiredAndGrantedScope() {
    server.calls(Replies.empty(403));

    assertThat(failure(calls().project("p1")))
        .isInstanceOfSatisfying(
            ForbiddenException.class,
            refusal -> {
              assertThat(refusal.required()).contains(Scope.READ);
              assertThat(refusal.granted()).containsExactly("read");
            });
    Threads.await(() -> events.contains(new TokenEvent.ScopeDenied(Scope.READ, Set.of("read"))));
  }

  @Test
  void insufficientScope403_isNotRepeated() {
    server.calls(
        Replies.empty(403)
            .newBuilder()
            .setHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\"")
            .build());

    assertThat(failure(calls().project("p1"))).isInstanceOf(ForbiddenException.class);
    assertThat(server.calls()).hasSize(1);
    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void rejectedLegacyToken_isNotRepeated() {
    server.calls(Replies.refusedToken());
    Calls calls =
        server
            .open(server.builder(LegacyToken.of("sentinel-token-4712", Scope.READ)))
            .readAccess()
            .implement(Calls.class);

    assertThat(refused(calls.project("p1")))
        .hasMessageContaining("The legacy token has expired or was revoked.")
        .hasMessageContaining("Create OAuth client credentials in Visibuild's company settings");
    assertThat(server.calls()).hasSize(1);
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void authorizationSetByTheCaller_isRefusedUnread() {
    assertThat(refused(calls().projectAs("p1", "Basic sentinel-own-4713")))
        .hasMessageContaining("sets the Authorization header itself");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void presignedUrlOfAnotherOrigin_getsNoToken() throws Exception {
    Call<ResponseBody> call =
        calls().at(elsewhere.url("/bucket/photo.jpg?X-Amz-Signature=abc").toString());

    ClientCalls.execute(scan.watch(call)).close();

    assertThat(elsewhere.authorizations()).containsExactly((String) null);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectToAnotherOrigin_getsNoToken(int status) throws Exception {
    server.calls(request -> Replies.redirect(status, elsewhere.url("/there")));

    ClientCalls.execute(calls().project("p1"));
    ClientCalls.async(calls().project("p1")).get(60, SECONDS);

    assertThat(elsewhere.authorizations()).containsExactly(null, null);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectThereAndBack_leaksNoToken(int status) {
    server.calls(Replies.redirect(status, elsewhere.url("/there")), OK);
    elsewhere.calls(Replies.redirect(status, server.url("/home")));

    ClientCalls.execute(calls().project("p1"));

    assertThat(elsewhere.authorizations()).containsExactly((String) null);
  }

  @Test
  void unauthorizedFromAnotherOrigin_getsNoToken() {
    elsewhere.calls(Replies.refusedToken());

    assertThat(failure(calls().at(elsewhere.url("/bucket/photo.jpg").toString())))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.status()).isEqualTo(401));
    assertThat(elsewhere.authorizations()).containsExactly((String) null);
    assertThat(server.tokenRequests()).isEmpty();
  }

  private AuthenticationException refused(Call<?> call) {
    Throwable failure = failure(call);
    assertThat(failure).isInstanceOf(AuthenticationException.class);
    return (AuthenticationException) failure;
  }

  private Throwable failure(Call<?> call) {
    scan.watch(call);
    Throwable failure = catchThrowable(() -> ClientCalls.execute(call));
    if (failure instanceof ApiException refusal) {
      scan.watch(refusal.body());
      scan.watch(refusal.errorResponse());
    }
    return scan.watch(failure);
  }

  private Calls calls() {
    ClientCredentials credential =
        ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ);
    return server
        .open(server.builder(credential).tokenListener(event -> events.add(scan.watch(event))))
        .readAccess()
        .implement(Calls.class);
  }
}
