package visibuild.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that are and are not this machine. */
class LoopbackTest {
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.255.0.9", "::1", "[::1]"})
  void loopbackHost_isLoopback(String host) {
    assertThat(Loopback.isLoopback(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost.example.com",
        "127.0.0.1.example.com",
        "128.0.0.1",
        "::2",
        "0.0.0.0",
        "127.0.0.1\nx",
        "127.1",
        "127.0.0.256",
        "127.999.0.1",
        "0x7f000001",
        "2130706433",
        "localhost.",
        "localhost.localdomain",
        "xlocalhost"
      })
  void otherHost_isNotLoopback(String host) {
    assertThat(Loopback.isLoopback(host)).isFalse();
  }
}
