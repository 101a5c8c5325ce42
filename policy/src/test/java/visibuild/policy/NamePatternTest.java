package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.TicketsApi,        com.acme.TicketsApi,       true",
    "com.acme.TicketsApi,        com.acme.TicketsApi2,      false",
    "com.acme.TicketsApi#call,   com.acme.TicketsApi,       true",
    "com.acme.TicketsApi#other,  com.acme.TicketsApi,       false",
    "com.acme.*,                 com.acme.TicketsApi,       true",
    "com.acme.*,                 com.acme.Outer$TicketsApi, true",
    "com.acme.*,                 com.acme.desk.TicketsApi,  false",
    "com.acme.*,                 com.acmelike.TicketsApi,   false",
    "com.acme.**,                com.acme.TicketsApi,       true",
    "com.acme.**,                com.acme.desk.TicketsApi,  true",
    "com.acme.**,                com.acmelike.TicketsApi,   false",
    "TicketsApi,                 TicketsApi,                true",
  })
  void coversInterface(String pattern, String api, boolean covered) {
    assertThat(
            new NamePattern(pattern, SourcePosition.at("policy.json", 1))
                .covers(api, Examples.call("POST", "tickets")))
        .isEqualTo(covered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "com.*.Api", "com.acme.", "com..acme", "a#b#c", "a-b", "a.*#b"})
  void whatNamesNoInterfaceIsAMistake(String pattern) {
    assertThat(NamePattern.mistakeIn(pattern)).isPresent();
  }
}
