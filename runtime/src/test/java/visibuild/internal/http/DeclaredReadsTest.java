package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;
import retrofit2.http.Path;
import visibuild.ApiException;
import visibuild.ClientCredentials;
import visibuild.InsufficientScopeException;
import visibuild.RequiresScope;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildApi;
import visibuild.call.CallsOf;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.SearchApiClient;

class DeclaredReadsTest {
  private static final Project PROJECT = new Project("p1", null);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @VisibuildApi(scope = Scope.READ)
  interface FilesApi {
    @RequiresScope(Scope.READ)
    @POST("files/{path}/search")
    Project search(@Path(value = "path", encoded = true) String path, @Body Project like);
  }

  @CallsOf(FilesApi.class)
  interface FilesCalls {
    @RequiresScope(Scope.READ)
    @POST("api/core/v1/files/{path}/search")
    Call<Project> search(@Path(value = "path", encoded = true) String path, @Body Project like);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", "a/b%20c/d"})
  void encodedPathValue_mayContainSlashes(String path) {
    server.calls(request -> Replies.json(Replies.PROJECT));
    FilesCalls calls = server.connect(Scope.READ).readAccess().implement(FilesCalls.class);

    assertThat(ClientCalls.execute(calls.search(path, PROJECT)).id()).isEqualTo("p1");
  }

  @ParameterizedTest
  @CsvSource({
    "files/{p}/search, /files/a/search, true",
    "files/{p}/search, /files/a/b/search, true",
    "files/{p}/search, /files/search/search, true",
    "files/{p}/search, /files/search, false",
    "files/{p}/search, /files/a/b/search/c, false",
    "files/{p}/search, /files/a/b/delete, false",
    "files/x{p}y/{q}, /files/xa/by/c, true",
    "files/x{p}y/{q}, /files/xa/b/c, false",
    "files/{q}/search, /files/a/b/search, false",
    "files/{q}/search?a=b, /files/a%2Fb/search, true",
  })
  void onlyAnEncodedPlaceholder_spansSegments(String template, String path, boolean fits) {
    HttpUrl url = HttpUrl.get("https://app.apac.visibuild.com" + path);

    assertThat(new DeclaredPath(template, Set.of("p")).fits(url)).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void redirectedPost_isNotFollowed(int status) {
    SearchApiClient client = redirected(status, false);

    assertThatThrownBy(() -> client.search(PROJECT))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertThat(failure.status()).isEqualTo(status));
    assertThat(server.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void redirectThatTheProgramFollows_isRefusedWithItsCause(int status) {
    SearchApiClient client = redirected(status, true);

    assertThatThrownBy(() -> client.search(PROJECT))
        .isInstanceOf(InsufficientScopeException.class)
        .hasMessageStartingWith(
            "POST api/core/v1/projects/search is refused in the form that an interceptor or a"
                + " redirect gave it after its scope was checked: it needs");
    assertThat(server.calls()).hasSize(1);
  }

  private SearchApiClient redirected(int status, boolean followed) {
    server.calls(Replies.redirect(status, "/api/core/v1/projects/search/"));
    Visibuild.Builder builder = server.builder(ClientCredentials.of("id", "secret", Scope.READ));
    if (followed) {
      builder.callFactory(http -> http.newBuilder().followRedirects(true).build());
    }
    return new SearchApiClient(server.open(builder).readAccess());
  }
}
