package visibuild.internal.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Response;
import visibuild.ApiException;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Tokens go to Visibuild's origin only. */
class ForeignOriginTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final FakeVisibuild elsewhere = new FakeVisibuild();

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectedReadArrivesWithoutTheToken(int status) {
    server.calls(request -> Replies.redirect(status, elsewhere.url("/there")));

    ClientCalls.execute(server.readCalls().project("p1"));

    assertThat(elsewhere.authorizations()).containsExactly((String) null);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectedWriteIsNotFollowed(int status) {
    server.calls(request -> Replies.redirect(status, elsewhere.url("/there")));

    assertThatThrownBy(
            () -> ClientCalls.execute(server.writeCalls().create(new Project("p1", null))))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    assertThat(elsewhere.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectedWriteInTheBackgroundIsNotFollowed(int status) {
    server.calls(request -> Replies.redirect(status, elsewhere.url("/there")));
    Calls calls = server.writeCalls();

    assertThatThrownBy(
            () -> ClientCalls.async(calls.create(new Project("p1", null))).get(60, SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    assertThatThrownBy(() -> ClientCalls.async(calls.delete("p1")).get(60, SECONDS))
        .cause()
        .isInstanceOf(ApiException.class);
    assertThat(elsewhere.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectedUrlArrivesWithoutTheToken(int status) throws Exception {
    server.calls(request -> Replies.redirect(status, elsewhere.url("/there")));
    Calls calls = server.readCalls();

    ClientCalls.execute(calls.at("/file")).close();
    ClientCalls.async(calls.at("/file")).get(60, SECONDS).close();

    assertThat(server.authorizations()).containsExactly("Bearer token-1", "Bearer token-1");
    assertThat(elsewhere.authorizations()).containsExactly(null, null);
  }

  @Test
  void aLinkToTheNextPageIsNotFollowed() {
    server.calls(
        Replies.page("\"" + elsewhere.url("/next") + "\"", "p1")
            .newBuilder()
            .setHeader("Link", "<" + elsewhere.url("/next") + ">; rel=\"next\"")
            .build(),
        Replies.page("null", "p2"));

    assertThat(ClientCalls.paged(server.readCalls()::page)).hasSize(2);
    assertThat(elsewhere.calls()).isEmpty();
    assertThat(server.calls().get(1).getUrl().queryParameter("next"))
        .isEqualTo(elsewhere.url("/next").toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aWriteRedirectedWithinTheOriginIsNotFollowed(int status) {
    server.calls(request -> Replies.redirect(status, server.url("/there")));

    assertThatThrownBy(
            () -> ClientCalls.execute(server.writeCalls().create(new Project("p1", null))))
        .isInstanceOf(ApiException.class);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void theUsersOwnAuthorizationForAnotherOriginIsLeftAlone() throws Exception {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain.request().newBuilder().header("Authorization", "Basic abc").build()))
            .build();
    Calls calls =
        server
            .open(server.builder(ClientCredentials.of("id", "secret", Scope.READ)).httpClient(http))
            .readAccess()
            .implement(Calls.class);

    calls.at(elsewhere.url("/file").toString()).execute();

    assertThat(elsewhere.authorizations()).containsExactly("Basic abc");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectedReadInTheBackgroundArrivesWithoutTheToken(int status) throws Exception {
    server.calls(request -> Replies.redirect(status, elsewhere.url("/there")));

    ClientCalls.async(server.readCalls().project("p1")).get(60, SECONDS);

    assertThat(elsewhere.authorizations()).containsExactly((String) null);
  }

  @Test
  void aRedirectWithinTheOriginKeepsTheToken() {
    server.calls(
        Replies.redirect(302, server.url("/api/core/v1/moved")), Replies.json(Replies.PROJECT));

    ClientCalls.execute(server.readCalls().project("p1"));

    assertThat(server.authorizations()).containsExactly("Bearer token-1", "Bearer token-1");
  }

  @Test
  void aUrlOfAnotherOriginIsCalledWithoutAToken() throws Exception {
    Response<ResponseBody> response =
        server.readCalls().at(elsewhere.url("/file").toString()).execute();

    assertThat(response.isSuccessful()).isTrue();
    assertThat(elsewhere.authorizations()).containsExactly((String) null);
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void aUrlOfAnotherOriginIsCalledWithoutATokenInTheBackground() throws Exception {
    Call<ResponseBody> call = server.readCalls().at(elsewhere.url("/file").toString());

    ClientCalls.async(call).get(60, SECONDS).close();

    assertThat(elsewhere.authorizations()).containsExactly((String) null);
  }

  @Test
  void a401OfAnotherOriginIsNotRepeatedWithTheToken() {
    elsewhere.calls(request -> Replies.refusedToken());
    Call<ResponseBody> call = server.readCalls().at(elsewhere.url("/file").toString());

    assertThatThrownBy(() -> ClientCalls.execute(call))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.status()).isEqualTo(401));
    assertThat(elsewhere.authorizations()).containsExactly((String) null);
  }

  @Test
  void a401OfAnotherOriginAfterARedirectDropsNoToken() {
    server.calls(request -> Replies.redirect(302, elsewhere.url("/there")));
    elsewhere.calls(request -> Replies.refusedToken());
    Calls calls = server.readCalls();
    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ApiException.class);
    server.calls(request -> Replies.json(Replies.PROJECT));

    ClientCalls.execute(calls.project("p1"));

    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void aLookalikeHostIsAnotherOrigin() throws Exception {
    OkHttpClient http =
        new OkHttpClient.Builder().dns(host -> List.of(InetAddress.getLoopbackAddress())).build();
    Calls calls =
        server
            .open(server.builder(ClientCredentials.of("id", "secret", Scope.READ)).httpClient(http))
            .readAccess()
            .implement(Calls.class);
    String lookalike =
        server.url("/file").newBuilder().host("localhost.example").build().toString();

    calls.at(lookalike).execute();

    assertThat(server.authorizations()).containsExactly((String) null);
  }
}
