package visibuild;

import java.time.Instant;
import java.time.LocalDate;

/** A legacy bearer token. */
public final class LegacyToken implements Credential {
  private final Scope scope;

  private LegacyToken(Scope scope) {
    this.scope = scope;
  }

  public static LegacyToken of(String token, Scope scope) {
    return new LegacyToken(scope);
  }

  public static LegacyToken of(String token, Scope scope, LocalDate expiresOn) {
    return new LegacyToken(scope);
  }

  public static LegacyToken of(String token, Scope scope, Instant expiresAt) {
    return new LegacyToken(scope);
  }

  @Override
  public Scope scope() {
    return scope;
  }
}
