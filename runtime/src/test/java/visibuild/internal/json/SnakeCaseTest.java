package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import visibuild.ClientCredentials;
import visibuild.DataKey;
import visibuild.DecodingException;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Responses in snake_case. */
class SnakeCaseTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  record ProjectUser(@Nullable String userId, @Nullable String projectCompanyId) {}

  interface Users {
    @DataKey("projectUser")
    @GET("api/core/v1/users/u1")
    Call<ProjectUser> user();

    @POST("api/core/v1/users")
    Call<ProjectUser> create(@Body ProjectUser user);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"project_user\":{\"user_id\":\"u1\",\"project_company_id\":\"c1\"},\"x\":1}}",
        "{\"data\":{\"projectUser\":{\"userId\":\"u1\",\"project_company_id\":\"c1\"},\"x\":1}}"
      })
  void areReadWhereTheUserTurnsItOn(String body) {
    server.calls(Replies.json(body));

    assertThat(ClientCalls.execute(users(builder().readSnakeCase()).user()))
        .isEqualTo(new ProjectUser("u1", "c1"));
  }

  @Test
  void areReadByAMapperOfTheUsersToo() {
    server.calls(Replies.json("{\"data\":{\"project_user\":{\"user_id\":\"u1\"}}}"));
    Visibuild.Builder builder = builder().objectMapper(Visibuild.newObjectMapper());

    assertThat(ClientCalls.execute(users(builder.readSnakeCase()).user()).userId()).isEqualTo("u1");
  }

  @Test
  void areNotReadOtherwise() {
    server.calls(Replies.json("{\"data\":{\"project_user\":{\"user_id\":\"u1\"}}}"));

    assertThatThrownBy(() -> ClientCalls.execute(users(builder()).user()))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void whatIsSentStaysInCamelCase() {
    server.calls(Replies.json("{\"data\":{\"projectUser\":{}}}"));

    ClientCalls.execute(users(builder().readSnakeCase()).create(new ProjectUser("u1", null)));

    assertThat(server.calls().get(0).getBody().utf8()).isEqualTo("{\"userId\":\"u1\"}");
  }

  private Visibuild.Builder builder() {
    return server.builder(ClientCredentials.of("id", "secret", Scope.READ_WRITE));
  }

  private Users users(Visibuild.Builder builder) {
    return server.open(builder).writeAccess().implement(Users.class);
  }
}
