package visibuild.internal.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import visibuild.AuthenticationException;
import visibuild.ClientCredentials;
import visibuild.NotFoundException;
import visibuild.Scope;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** A call adapter that the user adds. */
class UserAdapterTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  interface Lazily {
    @GET("api/core/v1/projects/p1")
    Supplier<Project> project();
  }

  /** Makes suppliers, and knows nothing of Visibuild. */
  private static final class Suppliers extends CallAdapter.Factory {
    @Override
    public CallAdapter<?, ?> get(Type type, Annotation[] annotations, Retrofit retrofit) {
      if (getRawType(type) != Supplier.class) {
        return null;
      }
      Type value = getParameterUpperBound(0, (ParameterizedType) type);
      return new CallAdapter<Object, Supplier<Object>>() {
        @Override
        public Type responseType() {
          return value;
        }

        @Override
        public Supplier<Object> adapt(Call<Object> call) {
          return () -> body(call);
        }
      };
    }

    private static Object body(Call<Object> call) {
      try {
        Response<Object> response = call.execute();
        return response.body();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void itsCallsCarryATokenOfTheNarrowestScope() {
    assertThat(calls().project().get()).isEqualTo(new Project("p1", "Tower"));
    assertThat(server.scopes()).containsExactly("read");
  }

  @Test
  void itsCallsFailAsAllOthersDo() {
    server.calls(Replies.empty(404));

    assertThatThrownBy(() -> calls().project().get()).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aRefusedTokenIsNoneOfItsConcerns() {
    server.calls(Replies.refusedToken());

    assertThatThrownBy(() -> calls().project().get()).isInstanceOf(AuthenticationException.class);
  }

  @Test
  void oneThatWasNotAddedIsAskedForInWords() {
    Lazily calls = server.connect(Scope.READ).readAccess().implement(Lazily.class);

    assertThatThrownBy(calls::project)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "GET api/core/v1/projects/p1 returns"
                + " java.util.function.Supplier<visibuild.fixture.Project>, but this connection has"
                + " no call adapter for it. Add one where the connection is built:"
                + " Visibuild.builder().callAdapterFactory(...), with a CallAdapter.Factory for this"
                + " type.");
    assertThat(server.calls()).isEmpty();
  }

  private Lazily calls() {
    return server
        .open(
            server
                .builder(ClientCredentials.of("id", "secret", Scope.READ_WRITE))
                .callAdapterFactory(new Suppliers()))
        .writeAccess()
        .implement(Lazily.class);
  }
}
