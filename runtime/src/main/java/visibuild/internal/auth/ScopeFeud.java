package visibuild.internal.auth;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;
import visibuild.TokenEvent;

/**
 * Finds out whether the tokens of two scopes end each other, by what happens to them: one is
 * refused after one of the other scope came, and again, and again. One that lives to be renewed in
 * peace, or is refused though no other came, is a sign that they do not.
 */
final class ScopeFeud {
  static final String REMEDY =
      "Visibuild refused a token each time one of another scope had been issued; if its server ends"
          + " all tokens of a client at each new one, build the connection with"
          + " ClientCredentials.withoutNarrowing().";

  /** So often in a row is no accident. */
  private static final int ENOUGH = 3;

  private final AtomicReference<Seen> seen =
      new AtomicReference<>(new Seen(EnumSet.noneOf(Scope.class), null, 0));

  /**
   * What was seen so far.
   *
   * @param refused the scopes whose token was refused and has not been replaced
   * @param newest the scope of the token that came last
   * @param times how often in a row one was refused after one of another scope had come
   */
  private record Seen(Set<Scope> refused, @Nullable Scope newest, int times) {
    Seen withToken(Scope scope) {
      EnumSet<Scope> left = EnumSet.copyOf(refused);
      boolean isReplacement = left.remove(scope);
      return new Seen(left, scope, isReplacement || isTold() ? times : 0);
    }

    Seen withRefusal(Scope scope) {
      EnumSet<Scope> more = EnumSet.of(scope, refused.toArray(Scope[]::new));
      boolean isAfterAnother = newest != null && newest != scope;
      return new Seen(more, newest, isAfterAnother || isTold() ? times + 1 : 0);
    }

    private boolean isTold() {
      return times >= ENOUGH;
    }
  }

  /** Whether {@code event} is the one after which it is to be told. */
  boolean isSeenBy(TokenEvent event) {
    if (event instanceof TokenEvent.Refreshed renewed) {
      seen.updateAndGet(before -> before.withToken(renewed.scope()));
    } else if (event instanceof TokenEvent.TakenFromStore taken) {
      seen.updateAndGet(before -> before.withToken(taken.scope()));
    } else if (event instanceof TokenEvent.Rejected invalidated) {
      return seen.updateAndGet(before -> before.withRefusal(invalidated.scope())).times() == ENOUGH;
    }
    return false;
  }
}
