package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;

/** Options of one call: timeout, headers and idempotency. */
class RequestOptionsTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void aHeaderIsSentBesides() {
    RequestOptions traced = RequestOptions.none().header("X-Trace", "t-1");

    ClientCalls.execute(server.readCalls().project("p1", traced));

    assertThat(server.calls().get(0).getHeaders().get("X-Trace")).isEqualTo("t-1");
    assertThat(server.authorizations()).containsExactly("Bearer token-1");
  }

  @Test
  void noOptionsAreNoDifference() {
    ClientCalls.execute(server.readCalls().project("p1", null));

    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void optionsOfAnAccess_countWhereAMethodHasNone() {
    Calls calls =
        server
            .connect(Scope.READ)
            .readAccess()
            .withOptions(RequestOptions.none().header("X-Trace", "t-1"))
            .implement(Calls.class);

    ClientCalls.execute(calls.project("p1", null));
    ClientCalls.execute(calls.project("p1", RequestOptions.none().header("X-Reason", "r")));

    assertThat(server.calls())
        .extracting(
            call -> call.getHeaders().get("X-Trace"), call -> call.getHeaders().get("X-Reason"))
        .containsExactly(tuple("t-1", null), tuple(null, "r"));
  }

  @Test
  void accessWithOptions_isTheSameRight() {
    Visibuild visibuild = server.connect(Scope.READ_WRITE);
    RequestOptions options = RequestOptions.none().idempotent();

    assertThat(visibuild.readAccess().withOptions(options)).isNotInstanceOf(WriteAccess.class);
    assertThat(visibuild.writeAccess().withOptions(options)).isInstanceOf(WriteAccess.class);
    assertThatThrownBy(
            () ->
                visibuild
                    .readAccess()
                    .withOptions(options)
                    .implement(Calls.class, Scope.READ_WRITE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "authorization", "Host", "Content-Length"})
  void aHeaderOfOursIsRefused(String name) {
    assertThatThrownBy(() -> RequestOptions.none().header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The header " + name + " is set by the client; leave it out.");
  }

  /** OkHttp would repeat the value in its message. */
  @ParameterizedTest
  @ValueSource(strings = {"sentinel\n", "sentinel\u0000", "sentinel-\u00e9", "\u2028sentinel"})
  void headerValueThatCannotBeSent_isRefusedWithoutBeingShown(String value) {
    assertThatThrownBy(() -> RequestOptions.none().header("X-Api-Key", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The value of the header X-Api-Key is not plain ASCII text; encode it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X Key", "X-Key:", "X-\nKey", "X-Schl\u00fcssel"})
  void headerNameThatCannotBeSent_isRefused(String name) {
    assertThatThrownBy(() -> RequestOptions.none().header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The name of the header is \"");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void aTimeoutIsPositive(long seconds) {
    assertThatThrownBy(() -> RequestOptions.none().timeout(Duration.ofSeconds(seconds)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void optionsDoNotChange() {
    RequestOptions none = RequestOptions.none();
    none.header("X-Trace", "t-1").idempotent().timeout(Duration.ofSeconds(1));

    assertThat(none.headers()).isEmpty();
    assertThat(none.isIdempotent()).isFalse();
    assertThat(none.timeout()).isEmpty();
  }

  @Test
  void theValueOfAHeaderIsNotShown() {
    assertThat(RequestOptions.none().header("X-Key", "sentinel"))
        .asString()
        .doesNotContain("sentinel");
  }
}
