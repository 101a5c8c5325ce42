package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.Cache;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** The cookies and the cache of the user's client get no token and no secret. */
class CookieAndCacheTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final FakeVisibuild elsewhere = new FakeVisibuild();
  private final Jar jar = new Jar();

  /** Keeps cookies by host, as browsers do, whatever the port. */
  private static final class Jar implements CookieJar {
    private final Map<String, List<Cookie>> cookies = new ConcurrentHashMap<>();
    private final List<HttpUrl> asked = new CopyOnWriteArrayList<>();

    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> received) {
      asked.add(url);
      cookies.computeIfAbsent(url.host(), host -> new ArrayList<>()).addAll(received);
    }

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
      asked.add(url);
      return List.copyOf(cookies.getOrDefault(url.host(), List.of()));
    }
  }

  @Test
  void cookiesAreNeitherSentToTheTokenEndpointNorTakenFromIt() {
    server.tokens(request -> withCookie(server.grant(request), "session=of-the-endpoint"));
    server.calls(withCookie(Replies.json(Replies.PROJECT), "session=of-the-api"));
    Calls calls = calls(new OkHttpClient.Builder().cookieJar(jar));

    ClientCalls.execute(calls.project("p1"));
    server.clock.advance(Duration.ofHours(1));
    ClientCalls.execute(calls.project("p1"));

    assertThat(server.tokenRequests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.getHeaders().get("Cookie")).isNull());
    assertThat(server.calls().get(1).getHeaders().get("Cookie")).isEqualTo("session=of-the-api");
    assertThat(jar.asked).noneMatch(url -> url.encodedPath().startsWith("/oauth"));
  }

  @Test
  void aHostileServerSetsNoCookieForVisibuildAndSeesNoneOfIts() throws Exception {
    HttpUrl hostile = elsewhere.url("/").newBuilder().host("127.0.0.1").build();
    server.calls(
        withCookie(Replies.redirect(307, hostile), "session=of-the-api"),
        Replies.json(Replies.PROJECT));
    elsewhere.calls(
        withCookie(
            Replies.json(Replies.PROJECT), "session=forged; Domain=" + server.url("/").host()));
    Calls calls = calls(new OkHttpClient.Builder().cookieJar(jar));

    ClientCalls.execute(calls.project("p1"));
    ClientCalls.execute(calls.at(hostile.toString())).close();
    ClientCalls.execute(calls.project("p1"));

    assertThat(elsewhere.calls())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(request.getHeaders().get("Cookie")).isNull();
              assertThat(request.getHeaders().get("Authorization")).isNull();
            });
    assertThat(server.calls().get(1).getHeaders().get("Cookie")).isEqualTo("session=of-the-api");
    assertThat(jar.cookies.toString()).doesNotContain("token-1", "forged");
  }

  @Test
  void aResponseThatVariesByTheTokenIsNotKept(@TempDir Path folder) throws Exception {
    server.calls(cacheable("Accept-Encoding, authorization"));
    try (Cache cache = new Cache(folder.toFile(), 1_000_000)) {
      Calls calls = calls(new OkHttpClient.Builder().cache(cache));

      ClientCalls.execute(calls.project("p1"));
      ClientCalls.execute(calls.project("p1"));
    }

    assertThat(server.calls()).hasSize(2);
    assertThat(text(folder)).doesNotContain("token-1");
  }

  @Test
  void anotherResponseIsKeptWithoutTheToken(@TempDir Path folder) throws Exception {
    server.calls(cacheable("Accept-Encoding"));
    try (Cache cache = new Cache(folder.toFile(), 1_000_000)) {
      Calls calls = calls(new OkHttpClient.Builder().cache(cache));

      ClientCalls.execute(calls.project("p1"));
      ClientCalls.execute(calls.project("p1"));
    }

    assertThat(server.calls()).hasSize(1);
    assertThat(text(folder)).contains("/api/core/v1/projects/p1").doesNotContain("token-1");
  }

  /** The cache hides the other origin from the last interceptor. */
  @Test
  void cachedRedirectThroughAnotherOrigin_bringsNoTokenBack(@TempDir Path folder) throws Exception {
    server.calls(
        request ->
            request.getUrl().encodedPath().equals("/home")
                ? Replies.json(Replies.PROJECT)
                : cacheableRedirect(elsewhere.url("/there")));
    elsewhere.calls(cacheableRedirect(server.url("/home")));
    try (Cache cache = new Cache(folder.toFile(), 1_000_000)) {
      Calls calls = calls(new OkHttpClient.Builder().cache(cache));

      ClientCalls.execute(calls.at(elsewhere.url("/there").toString())).close();
      ClientCalls.execute(calls.project("p1"));
      ClientCalls.execute(calls.project("p1"));
    }

    assertThat(elsewhere.calls()).as("requests that the cache did not serve").hasSize(1);
    assertThat(server.authorizations())
        .containsExactly(null, "Bearer token-1", null, "Bearer token-1", null);
  }

  @Test
  void callThatAnInterceptorRepeatsThroughACachedRedirect_bringsNoTokenBack(@TempDir Path folder)
      throws Exception {
    elsewhere.calls(cacheableRedirect(server.url("/home")));
    try (Cache cache = new Cache(folder.toFile(), 1_000_000)) {
      Calls calls =
          calls(
              new OkHttpClient.Builder()
                  .cache(cache)
                  .addInterceptor(
                      chain -> {
                        Response first = chain.proceed(chain.request());
                        first.close();
                        return chain.proceed(
                            first.request().newBuilder().url(elsewhere.url("/there")).build());
                      }));

      ClientCalls.execute(calls.project("p1"));
      ClientCalls.execute(calls.project("p1"));
    }

    assertThat(elsewhere.calls()).as("requests that the cache did not serve").hasSize(1);
    assertThat(server.authorizations())
        .containsExactly("Bearer token-1", null, "Bearer token-1", null);
  }

  private static MockResponse cacheableRedirect(HttpUrl target) {
    return Replies.redirect(301, target)
        .newBuilder()
        .setHeader("Cache-Control", "max-age=3600")
        .build();
  }

  private static MockResponse withCookie(MockResponse response, String cookie) {
    return response.newBuilder().addHeader("Set-Cookie", cookie).build();
  }

  private static MockResponse cacheable(String vary) {
    return Replies.json(Replies.PROJECT)
        .newBuilder()
        .setHeader("Cache-Control", "max-age=3600")
        .setHeader("Vary", vary)
        .build();
  }

  private static String text(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }

  private Calls calls(OkHttpClient.Builder http) {
    ClientCredentials credential = ClientCredentials.of("id", "secret", Scope.READ);
    return server
        .open(server.builder(credential).httpClient(http.build()))
        .readAccess()
        .implement(Calls.class);
  }
}
