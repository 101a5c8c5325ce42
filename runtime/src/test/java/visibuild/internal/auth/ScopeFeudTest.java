package visibuild.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import visibuild.Scope;
import visibuild.TokenEvent;

/** From which events it is concluded that tokens of two scopes end each other. */
class ScopeFeudTest {
  private final ScopeFeud feud = new ScopeFeud();

  @Test
  void threeRefusalsEachAfterATokenOfAnotherScopeAreOne() {
    begin();

    assertThat(isSeenInTurn(Scope.READ)).isFalse();
    assertThat(isSeenInTurn(Scope.READ_WRITE)).isFalse();
    assertThat(isSeenInTurn(Scope.READ)).isTrue();
  }

  @Test
  void itIsSeenOnce() {
    begin();
    for (int i = 0; i < 3; i++) {
      isSeenInTurn(Scope.READ);
      come(Scope.READ_WRITE);
    }

    assertThat(isSeenInTurn(Scope.READ)).isFalse();
    assertThat(isSeenInTurn(Scope.READ)).isFalse();
    assertThat(isSeenInTurn(Scope.READ_WRITE)).isFalse();
  }

  @Test
  void aRefusalThoughNoOtherTokenCameIsASignOfNone() {
    begin();
    isSeenInTurn(Scope.READ);
    isSeenInTurn(Scope.READ_WRITE);
    isSeenInTurn(Scope.READ_WRITE);

    assertThat(isSeenInTurn(Scope.READ)).isFalse();
  }

  @Test
  void aTokenThatIsRenewedInPeaceIsASignOfNone() {
    begin();
    isSeenInTurn(Scope.READ);
    isSeenInTurn(Scope.READ_WRITE);
    come(Scope.READ);

    assertThat(isSeenInTurn(Scope.READ_WRITE)).isFalse();
  }

  @Test
  void oneScopeAloneHasNone() {
    come(Scope.READ);

    for (int i = 0; i < 10; i++) {
      assertThat(isSeenInTurn(Scope.READ)).isFalse();
    }
  }

  private void begin() {
    come(Scope.READ);
    come(Scope.READ_WRITE);
  }

  /** A token is refused, and replaced. */
  private boolean isSeenInTurn(Scope scope) {
    boolean isSeen = feud.isSeenBy(new TokenEvent.Rejected(scope));
    come(scope);
    return isSeen;
  }

  private void come(Scope scope) {
    feud.isSeenBy(new TokenEvent.Refreshed(scope, Set.of("read"), Duration.ofHours(1)));
  }
}
