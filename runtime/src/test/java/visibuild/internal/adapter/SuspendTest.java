package visibuild.internal.adapter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import kotlin.coroutines.Continuation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Response;
import retrofit2.http.GET;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.NotFoundException;
import visibuild.Scope;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.Resumed;

/** Kotlin's suspend functions, as Kotlin compiles them. */
class SuspendTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  interface Suspending {
    @GET("api/core/v1/projects/p1")
    Object project(Continuation<? super Project> continuation);

    @GET("api/core/v1/projects/p1")
    Object response(Continuation<? super Response<Project>> continuation);
  }

  @Test
  void aSuspendFunctionReturnsTheValue() throws Exception {
    Suspending calls = calls();

    assertThat(SuspendTest.<Project>run(calls::project)).isEqualTo(new Project("p1", "Tower"));
  }

  @Test
  void anErrorOfTheServersIsOurException() {
    server.calls(Replies.empty(404));
    Suspending calls = calls();

    assertThatThrownBy(() -> SuspendTest.<Project>run(calls::project))
        .hasCauseInstanceOf(NotFoundException.class);
  }

  @Test
  void anErrorOfTheServersIsAResponseWhereTheTypeAsksForOne() throws Exception {
    server.calls(Replies.empty(404));
    Suspending calls = calls();

    assertThat(SuspendTest.<Response<Project>>run(calls::response).code()).isEqualTo(404);
  }

  @Test
  void aResponseThatCannotBeReadIsOurException() {
    server.calls(Replies.json("{}"));
    Suspending calls = calls();

    assertThatThrownBy(() -> SuspendTest.<Project>run(calls::project))
        .hasCauseInstanceOf(DecodingException.class);
  }

  @Test
  void aBrokenConnectionIsOurException() {
    Suspending calls = calls();
    server.afterEach(null);

    assertThatThrownBy(() -> SuspendTest.<Project>run(calls::project))
        .hasCauseInstanceOf(ConnectionException.class);
  }

  private static <T> T run(Consumer<Continuation<T>> function) throws Exception {
    return Resumed.by(function).get(60, SECONDS);
  }

  private Suspending calls() {
    return server.connect(Scope.READ).readAccess().implement(Suspending.class);
  }
}
