package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Settings that OkHttp or a count of nanoseconds cannot hold: refused where they are made. */
class ExtremeSettingsTest {
  private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  /** A setting of a timeout, with its name in messages. */
  record Setting(String name, Consumer<Duration> set) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Setting> timeouts() {
    HttpOptions http = HttpOptions.defaults();
    return Stream.of(
        new Setting("timeout of calls", time -> Visibuild.builder().callTimeout(time)),
        new Setting("timeout of the call", time -> RequestOptions.none().timeout(time)),
        new Setting(
            "timeout of the upload",
            time -> Upload.of("a", "text/plain", new byte[1]).timeout(time)),
        new Setting("time for connecting", http::connectTimeout),
        new Setting("time for reading", http::readTimeout),
        new Setting("time for writing", http::writeTimeout),
        new Setting("time for idle connections", time -> http.connectionPool(1, time)));
  }

  @ParameterizedTest
  @MethodSource("timeouts")
  void timeoutThatCannotBeCounted_isRefused(Setting setting) {
    for (Duration time :
        new Duration[] {
          Duration.ZERO,
          Duration.ofSeconds(-1),
          Duration.ofNanos(999_999),
          Duration.ofDays(25),
          Duration.ofDays(200_000),
          FOREVER
        }) {
      assertThatThrownBy(() -> setting.set().accept(time))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "The %s is %s; give at least a millisecond, and at most 24 days."
                  .formatted(setting.name(), time));
    }
  }

  @ParameterizedTest
  @MethodSource("timeouts")
  void longestAndShortestTimeout_areTaken(Setting setting) {
    setting.set().accept(Duration.ofMillis(1));
    setting.set().accept(Duration.ofDays(24));
  }

  @Test
  void endlessWait_isTaken() {
    server.calls(
        Replies.empty(503).newBuilder().setHeader("Retry-After", "0").build(),
        Replies.json(Replies.PROJECT));
    Calls calls = calls(builder().retries(1).maxWait(FOREVER));

    assertThat(ClientCalls.execute(calls.project("p1"))).isEqualTo(new Project("p1", "Tower"));
  }

  @Test
  void endlessPeriodOfTheRate_isRefused() {
    assertThatThrownBy(() -> Visibuild.builder().rateLimit(1, FOREVER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give at least 1, and a positive time of at most a year");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "http://proxy.example",
        "user:sentinel-password@proxy.example",
        "proxy.example/path",
        "proxy.example:3128",
        "10.0.0.1:3128",
        "user:sentinel-password",
        "proxy.example\nX",
        "proxy example"
      })
  void proxyThatIsNoHostName_isRefusedUnread(String host) {
    assertThatThrownBy(() -> HttpOptions.defaults().proxy(host, 3128))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The host of the proxy is no host name; give the name or address alone, without a"
                + " scheme, a login or a port.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example",
        "localhost",
        "10.0.0.1",
        "::1",
        "[fe80::1%eth0]",
        "::ffff:10.0.0.1",
        "a_b"
      })
  void hostOrAddressOfAProxy_isTaken(String host) {
    assertThat(HttpOptions.defaults().proxy(host, 3128).client().proxy()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65_536})
  void portOfAProxyThatIsNone_isRefused(int port) {
    assertThatThrownBy(() -> HttpOptions.defaults().proxy("proxy.example", port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The port of the proxy is " + port + "; give one from 1 to 65535.");
  }

  private Visibuild.Builder builder() {
    return server.builder(
        ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ));
  }

  private Calls calls(Visibuild.Builder builder) {
    return server.open(builder).readAccess().implement(Calls.class);
  }
}
