package visibuild.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.ApiException;
import visibuild.DecodingException;
import visibuild.NotFoundException;
import visibuild.Scope;
import visibuild.ServerException;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Calls that are waited for. */
class ClientCallsTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  /** As a generated client has it: nested, and not public. */
  interface NestedCalls {
    @GET("api/core/v1/projects/{id}")
    Call<Project> project(@Path("id") String id);
  }

  @Test
  void aNestedInterfaceThatIsNotPublicCanBeImplemented() {
    NestedCalls calls = server.connect(Scope.READ).readAccess().implement(NestedCalls.class);

    assertThat(ClientCalls.execute(calls.project("p1"))).isEqualTo(new Project("p1", "Tower"));
  }

  @Test
  void aRecordThatIsThereIsPresent() {
    assertThat(ClientCalls.executeOptional(server.readCalls().project("p1")))
        .contains(new Project("p1", "Tower"));
  }

  @Test
  void aRecordThatIsNotThereIsEmpty() {
    server.calls(Replies.empty(404));

    assertThat(ClientCalls.executeOptional(server.readCalls().project("p1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 410, 429, 500})
  void anotherErrorIsNotAnEmptyOptional(int status) {
    server.calls(Replies.empty(status));

    assertThatThrownBy(() -> ClientCalls.executeOptional(server.readCalls().project("p1")))
        .isInstanceOf(ApiException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  void nothingNeedsNoBody(int status) {
    server.calls(Replies.empty(status));

    assertThatCode(() -> ClientCalls.executeVoid(server.writeCalls().delete("p1")))
        .doesNotThrowAnyException();
  }

  @Test
  void nothingStillFailsWhereTheServerDoes() {
    server.calls(Replies.empty(500));

    assertThatThrownBy(() -> ClientCalls.executeVoid(server.writeCalls().delete("p1")))
        .isInstanceOf(ServerException.class);
  }

  @Test
  void aNullFromTheServerIsAnEmptyValue() {
    server.calls(Replies.empty(404));

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aResponseWithoutContentIsNoValue() {
    server.calls(Replies.empty(204));

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("Let the method return Optional if that may be, or void");
  }
}
