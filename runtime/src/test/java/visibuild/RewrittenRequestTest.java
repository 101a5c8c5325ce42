package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.SearchApiClient;

/**
 * A read access cannot write, even if an interceptor or a call factory of the program turns a read
 * into a write. The token in these tests could write, so only the runtime can refuse.
 */
class RewrittenRequestTest {
  private static final Project PROJECT = new Project("p1", null);
  private static final RequestBody JSON =
      RequestBody.create("{}", MediaType.get("application/json"));

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  /** A change to a GET, with the name of what it shows. */
  record Rewrite(String name, UnaryOperator<Request> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A place in which a program can change a request. */
  enum Place {
    INTERCEPTOR,
    NETWORK_INTERCEPTOR,
    CALL_FACTORY,
    BEHIND_OUR_INTERCEPTORS
  }

  static List<Rewrite> writes() {
    return List.of(
        rewrite("DELETE", request -> request.newBuilder().delete().build()),
        rewrite("POST", request -> request.newBuilder().post(JSON).build()),
        rewrite("delete", request -> request.newBuilder().method("delete", null).build()),
        rewrite("MERGE", request -> request.newBuilder().method("MERGE", JSON).build()),
        rewrite("without tags", RewrittenRequestTest::withoutTags),
        rewrite(
            "header", request -> request.newBuilder().header("X-Http-Method", "DELETE").build()),
        rewrite(
            "underscores",
            request -> request.newBuilder().header("x_method_override", "PUT").build()),
        rewrite(
            "query",
            request ->
                request
                    .newBuilder()
                    .url(request.url().newBuilder().addQueryParameter("_Method", "put").build())
                    .build()));
  }

  private static Rewrite rewrite(String name, UnaryOperator<Request> change) {
    return new Rewrite(name, change);
  }

  /** Loses all tags, and keeps the token if there is one already. */
  private static Request withoutTags(Request request) {
    return new Request.Builder()
        .url(request.url())
        .headers(request.headers())
        .method("DELETE", null)
        .build();
  }

  /** A credential that has one token for all calls. */
  private static Credential credential(Place place) {
    return place == Place.INTERCEPTOR || place == Place.BEHIND_OUR_INTERCEPTORS
        ? LegacyToken.of("legacy-sentinel-token", Scope.READ_WRITE)
        : ClientCredentials.of("id", "secret", Scope.READ_WRITE).withoutNarrowing();
  }

  @ParameterizedTest
  @MethodSource("writes")
  void readThatBecomesAWrite_isRefusedInEachPlace(Rewrite write) {
    for (Place place : Place.values()) {
      Calls calls =
          server.open(rewriting(place, write.change())).readAccess().implement(Calls.class);

      assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
          .as("%s by %s", write, place)
          .isInstanceOfAny(InsufficientScopeException.class, IllegalArgumentException.class)
          .message()
          .hasLineCount(1)
          .doesNotContain("sentinel");
    }
    assertThat(server.calls()).isEmpty();
  }

  static List<Rewrite> otherPosts() {
    return List.of(
        rewrite("path", request -> to(request, "/api/core/v1/projects")),
        rewrite("longer path", request -> to(request, "/api/core/v1/projects/search/p1")),
        rewrite(
            "form",
            request ->
                request
                    .newBuilder()
                    .post(new FormBody.Builder().add("_method", "delete").build())
                    .build()));
  }

  private static Request to(Request request, String path) {
    HttpUrl url = request.url().newBuilder().encodedPath(path).build();
    return request.newBuilder().url(url).build();
  }

  @ParameterizedTest
  @MethodSource("otherPosts")
  void declaredReadThatBecomesAnotherPost_isRefusedInEachPlace(Rewrite write) {
    for (Place place : Place.values()) {
      SearchApiClient client =
          new SearchApiClient(server.open(rewriting(place, write.change())).readAccess());

      assertThatThrownBy(() -> client.search(PROJECT))
          .as("%s by %s", write, place)
          .isInstanceOfAny(InsufficientScopeException.class, IllegalArgumentException.class);
    }
    assertThat(server.calls()).isEmpty();
  }

  /** Headers and query parameters of the program do no harm. */
  @Test
  void harmlessChange_passesInEachPlace() {
    server.calls(Replies.json("{\"data\":{\"projects\":[]}}"));
    UnaryOperator<Request> change =
        request ->
            request
                .newBuilder()
                .header("X-Trace", "1")
                .url(request.url().newBuilder().addQueryParameter("q", "_method").build())
                .build();
    for (Place place : Place.values()) {
      SearchApiClient client =
          new SearchApiClient(server.open(rewriting(place, change)).readAccess());

      assertThat(client.search(PROJECT)).isEmpty();
    }
    assertThat(server.calls()).hasSize(Place.values().length);
  }

  private Visibuild.Builder rewriting(Place place, UnaryOperator<Request> change) {
    Visibuild.Builder builder = server.builder(credential(place));
    Interceptor interceptor = chain -> chain.proceed(change.apply(chain.request()));
    return switch (place) {
      case INTERCEPTOR ->
          builder.httpClient(new OkHttpClient.Builder().addInterceptor(interceptor).build());
      case NETWORK_INTERCEPTOR ->
          builder.httpClient(new OkHttpClient.Builder().addNetworkInterceptor(interceptor).build());
      case CALL_FACTORY ->
          builder.callFactory(client -> request -> client.newCall(change.apply(request)));
      case BEHIND_OUR_INTERCEPTORS ->
          builder.callFactory(client -> client.newBuilder().addInterceptor(interceptor).build());
    };
  }
}
