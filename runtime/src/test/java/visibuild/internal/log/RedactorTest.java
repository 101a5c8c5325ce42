package visibuild.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken out of a body, and what stays. */
class RedactorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"title\":\"Crack\"} | {\"title\":\"Crack\"}",
        "{\"secret\":\"s\",\"id\":1} | {\"secret\":[redacted],\"id\":1}",
        "{\"secret\" : \"a\\\"b\",\"id\":1} | {\"secret\" : [redacted],\"id\":1}",
        "{\"clientSecret\":\"s\"} | {\"clientSecret\":[redacted]}",
        "{\"access_token\":\"s | {\"access_token\":[redacted]",
        "{\"access_token\":\"s\\ | {\"access_token\":[redacted]\\",
        "{\"x-amz-security-token\":\"s\"} | {\"x-amz-security-token\":[redacted]}",
        "{\"apiKey\":17} | {\"apiKey\":[redacted]}",
        "{\"secrets\":[\"a\",\"b\"],\"c\":1} | {\"secrets\":[redacted],\"c\":1}",
        "{\"credentials\":{\"a\":\"b\"},\"c\":1} | {\"credentials\":[redacted],\"c\":1}",
        "{\"password\":[\"a | {\"password\":[redacted]",
        "{\"url\":\"https://s.example/k?sig=1&x=2\"} | {\"url\":\"https://s.example/k?[redacted]\"}",
        "{\"url\":\"https:\\/\\/s.example\\/k?sig=1\"} | {\"url\":\"https:\\/\\/s.example\\/k?[redacted]\"}",
        "{\"url\":\"https://s.example/k?a=1\\u0026sig=1\"} | {\"url\":\"https://s.example/k?[redacted]\"}",
        "grant_type=x&client_secret=s&scope=read | grant_type=x&client_secret=[redacted]&scope=read",
      })
  void secretsAreTakenOut(String body, String told) {
    assertThat(Redactor.body(body)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "a=1,a=1",
    "token=x,token=[redacted]",
    "a=1&api_key=x&b=2,a=1&api_key=[redacted]&b=2"
  })
  void secretsOfAQueryAreTakenOut(String query, String told) {
    assertThat(Redactor.query(query)).isEqualTo(told);
  }
}
