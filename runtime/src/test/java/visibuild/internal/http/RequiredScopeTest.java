package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Scope;

/** The scope that a request needs, by its verb. */
class RequiredScopeTest {
  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void verbsThatOnlyLookNeedRead(String verb) {
    assertThat(RequiredScope.of(request(verb).build())).isEqualTo(Scope.READ);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "PROPFIND", "LOCK", "get", "TRACE"})
  void allOtherVerbsNeedReadAndWrite(String verb) {
    assertThat(RequiredScope.of(request(verb).build())).isEqualTo(Scope.READ_WRITE);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void tagOfTheProgram_hasNoEffect(Scope scope) {
    assertThat(RequiredScope.of(request("POST").tag(Scope.class, scope).build()))
        .isEqualTo(Scope.READ_WRITE);
    assertThat(RequiredScope.of(request("GET").tag(Scope.class, scope).build()))
        .isEqualTo(Scope.READ);
  }

  private static Request.Builder request(String verb) {
    boolean plain = verb.equals("GET") || verb.equals("HEAD");
    return new Request.Builder()
        .url("https://app.apac.visibuild.com/")
        .method(verb, plain ? null : RequestBody.create(new byte[0]));
  }
}
