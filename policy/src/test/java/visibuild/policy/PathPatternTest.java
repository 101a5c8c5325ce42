package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "api/webhooks,                GET,    api/webhooks",
    "/api/webhooks/,              GET,    api/webhooks",
    "api/webhooks/**,             GET,    api/webhooks",
    "api/webhooks/**,             PATCH,  api/webhooks/{id}/events/{event}",
    "api/**/users,                GET,    api/projects/{id}/users",
    "api/*/users,                 GET,    api/companies/users",
    "DELETE api/**,               DELETE, api/webhooks/{id}",
    "api/tickets/archive,         GET,    api/tickets/{id}",
    "api/files/a.json,            GET,    api/files/{name}.json",
    "api/webhooks,                GET,    api/visis/../webhooks",
    "api/webhooks,                GET,    api/./webhooks?page=1",
    "**,                          GET,    anything/at/all",
    "api/webhooks/**,             POST,   api/webhooks.json",
    "api/webhooks/**,             POST,   api/webhooks.v1.json/{id}",
    "api/tickets/archive,         GET,    api/tickets/{id}.json",
    "api/webhooks/*,              GET,    **",
    "DELETE api/**,               DELETE, **",
    "api/webhooks/*,              GET,    api/{place...}",
    "api/webhooks/*/events,       GET,    api/{place...}/events",
  })
  void covers(String pattern, String verb, String path) {
    assertThat(pattern(pattern).covers(Examples.call(verb, path))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "api/webhooks,                GET,    api/webhooks/{id}",
    "api/webhooks/*,              GET,    api/webhooks",
    "api/webhooks/*,              GET,    api/projects/{place...}",
    "api/webhooks,                GET,    api/{place...}/events",
    "DELETE api/**,               GET,    api/webhooks/{id}",
    "api/webhooks,                GET,    api/Webhooks",
    "api/files/a.xml,             GET,    api/files/{name}.json",
    "api/**/users,                GET,    api/projects/users/{id}/visis",
  })
  void doesNotCover(String pattern, String verb, String path) {
    assertThat(pattern(pattern).covers(Examples.call(verb, path))).isFalse();
  }

  /** OkHttp and servers make other paths of these than what is written. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "api\\webhooks\\1",
        "api/webhooks/1#x",
        "api/webhooks#",
        " api/web\thooks/1 ",
        "api/web\r\n\fhooks/1",
        "api/%77ebhooks/1",
        "api%2Fwebhooks%2f1",
        "api%5cwebhooks",
        "api/visis/%2e%2E/webhooks",
        "api/visis/..;v=1/webhooks;v=2/1",
        "api/webhooks.xml;charset=utf-8",
        "api/webhooks;jsessionid=1.json",
        "api/webhooks%2ejson",
        "api/webhooks.",
        "api//webhooks//",
        "//api/./webhooks/",
        "../../api/webhooks.json/1.xml",
        "api/webhooks?_method=delete",
        "api/webhooks.json?format=xml#/visis",
      })
  void spellingIsNoWayAround(String path) {
    assertThat(pattern("api/webhooks/**").covers(Examples.call("GET", path))).isTrue();
  }

  @Test
  void encodedSlashCanBeTextWithinASegment() {
    PathPattern pattern = pattern("api/*/users");
    assertThat(pattern.covers(Examples.call("GET", "api/a%2Fb/users"))).isTrue();
    assertThat(pattern.covers(Examples.call("GET", "api/a/b/users"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/100%", "api/%zz/webhooks", "api/%C3%A4", "%"})
  void oddPercentSignsAreText(String path) {
    assertThat(pattern("api/webhooks").covers(Examples.call("GET", path))).isFalse();
  }

  @Test
  void manyWildcardsTakeNoLongTime() {
    MethodDescriptor call = Examples.call("GET", "a/".repeat(200) + "b");
    PathPattern pattern = pattern("**/a/".repeat(200) + "c");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(pattern.covers(call)).isFalse());
  }

  private static PathPattern pattern(String text) {
    assertThat(PathPattern.mistakeIn(text)).isEmpty();
    return new PathPattern(text, SourcePosition.at("policy.json", 1));
  }
}
