package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.ForbiddenException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** A legacy token is sent as it is, as long as it lives. */
class LegacyTokenTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void isSentAsItIsWithoutATokenRequest() {
    ClientCalls.execute(calls(LegacyToken.of("legacy", Scope.READ)).project("p1"));

    assertThat(server.authorizations()).containsExactly("Bearer legacy");
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void aRefusalIsNotRepeated() {
    server.calls(request -> Replies.refusedToken());

    assertThatThrownBy(
            () -> ClientCalls.execute(calls(LegacyToken.of("legacy", Scope.READ)).project("p1")))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("The legacy token has expired or was revoked.")
        .hasMessageContaining("ClientCredentials.of(id, secret, scope)");
    assertThat(server.calls()).hasSize(1);
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void servesUntilItsInstant() {
    server.clock.set(Instant.parse("2027-05-31T08:59:59.999Z"));

    ClientCalls.execute(calls(expiring(Instant.parse("2027-05-31T09:00:00Z"))).project("p1"));

    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void isRefusedFromItsInstantOnBeforeAnyRequest() {
    Calls calls = calls(expiring(Instant.parse("2027-05-31T09:00:00Z")));
    server.clock.set(Instant.parse("2027-05-31T09:00:00Z"));

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageStartingWith("The legacy token expired (2027-05-31T09:00:00Z).");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void servesUntilItsDateIsPastEverywhere() {
    server.clock.set(Instant.parse("2027-06-01T11:59:59Z"));

    ClientCalls.execute(calls(expiring(LocalDate.parse("2027-05-31"))).project("p1"));

    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void isRefusedOnceItsDateIsPastEverywhere() {
    Calls calls = calls(expiring(LocalDate.parse("2027-05-31")));
    server.clock.set(Instant.parse("2027-06-01T12:00:00Z"));

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageStartingWith("The legacy token expired (2027-05-31).");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void itsDeclaredScopeIsNotReportedAsGranted() {
    server.calls(Replies.empty(403));

    assertThatThrownBy(
            () -> ClientCalls.execute(calls(LegacyToken.of("legacy", Scope.READ)).project("p1")))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageEndingWith(
            "its token was declared as \"read\"; Visibuild does not report its scope.");
  }

  @Test
  void aTokenWithoutAKnownExpiryIsNeverRefusedHere() {
    server.clock.set(Instant.parse("9999-12-31T00:00:00Z"));

    ClientCalls.execute(calls(LegacyToken.of("legacy", Scope.READ)).project("p1"));

    assertThat(server.calls()).hasSize(1);
  }

  private static LegacyToken expiring(Instant instant) {
    return LegacyToken.of("legacy", Scope.READ, instant);
  }

  private static LegacyToken expiring(LocalDate date) {
    return LegacyToken.of("legacy", Scope.READ, date);
  }

  private Calls calls(LegacyToken token) {
    return server.open(server.builder(token)).readAccess().implement(Calls.class);
  }
}
