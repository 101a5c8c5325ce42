package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;

/** The {@code User-Agent} of calls. */
class UserAgentTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void isTheLibraryAndItsVersion() {
    call(builder());

    assertThat(sent()).matches("visibuild-java/\\d\\S+ okhttp/" + OkHttp.VERSION);
  }

  @Test
  void beginsWithTheProgramsName() {
    call(builder().userAgent("site-report/2.1"));

    assertThat(sent()).startsWith("site-report/2.1 visibuild-java/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "é"})
  void aNameThatNoHeaderCanCarryIsRefused(String name) {
    assertThatThrownBy(() -> builder().userAgent(name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Visibuild.Builder builder() {
    return server.builder(ClientCredentials.of("id", "secret", Scope.READ));
  }

  private void call(Visibuild.Builder builder) {
    ClientCalls.execute(server.open(builder).readAccess().implement(Calls.class).project("p1"));
  }

  private String sent() {
    return server.calls().get(0).getHeaders().get("User-Agent");
  }
}
