package visibuild.internal.adapter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Response;
import retrofit2.http.GET;
import visibuild.AuthenticationException;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.NotFoundException;
import visibuild.Scope;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** An interface that a person wrote, with the return types of Retrofit's call adapters. */
class ErrorMappingCallAdapterFactoryTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  interface Later {
    @GET("api/core/v1/projects/p1")
    CompletableFuture<Project> project();

    @GET("api/core/v1/projects/p1")
    CompletableFuture<Response<Project>> response();
  }

  @Test
  void aValuePassesThrough() throws Exception {
    assertThat(calls().project().get(60, SECONDS)).isEqualTo(new Project("p1", "Tower"));
  }

  @Test
  void anErrorOfTheServersIsOurException() {
    server.calls(Replies.empty(404));

    assertThatThrownBy(() -> calls().project().get(60, SECONDS))
        .hasCauseInstanceOf(NotFoundException.class);
  }

  @Test
  void anErrorOfTheServersIsAResponseWhereTheTypeAsksForOne() throws Exception {
    server.calls(Replies.empty(404));

    assertThat(calls().response().get(60, SECONDS).code()).isEqualTo(404);
  }

  @Test
  void aFailureOfTheTokenIsOurException() {
    server.calls(Replies.refusedToken());

    assertThatThrownBy(() -> calls().response().get(60, SECONDS))
        .hasCauseInstanceOf(AuthenticationException.class);
  }

  @Test
  void aBrokenConnectionIsOurException() {
    Later calls = calls();
    server.afterEach(null);

    assertThatThrownBy(() -> calls.project().get(60, SECONDS))
        .hasCauseInstanceOf(ConnectionException.class);
  }

  @Test
  void aResponseThatCannotBeReadReportsOfWhichCall() {
    server.calls(Replies.json("{}"));

    assertThatThrownBy(() -> calls().project().get(60, SECONDS))
        .cause()
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith("GET api/core/v1/projects/p1: ");
  }

  private Later calls() {
    return server.connect(Scope.READ).readAccess().implement(Later.class);
  }
}
