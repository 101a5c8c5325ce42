package visibuild;

import static visibuild.internal.base.EnvironmentVariables.BASE_URL;
import static visibuild.internal.base.EnvironmentVariables.REGION;
import static visibuild.internal.base.EnvironmentVariables.TOKEN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.EnvironmentVariables;

/** Reads the settings of a program from environment variables. */
final class Environment {
  private final EnvironmentVariables variables;

  Environment(Function<String, @Nullable String> variables) {
    this.variables = new EnvironmentVariables(variables);
  }

  static Environment ofProcess() {
    return new Environment(System::getenv);
  }

  Credential credential() {
    return variables.holdLegacyToken()
        ? legacyToken()
        : ClientCredentials.of(variables.clientId(), variables.clientSecret(), scope());
  }

  BaseUrl baseUrl() {
    Optional<Region> region = variables.region(Region.values());
    if (region.isPresent()) {
      return BaseUrl.of(region.get());
    }
    return BaseUrl.parse(
        variables
            .baseUrl()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No Visibuild region or base URL is configured; call region(...) or"
                            + " baseUrl(...) on the builder, or set %s or %s."
                                .formatted(REGION, BASE_URL))),
        BASE_URL);
  }

  private LegacyToken legacyToken() {
    String token = LegacyToken.checked(variables.legacyToken(), TOKEN).reveal();
    Scope scope = scope();
    Optional<Temporal> expiry = variables.tokenExpiry();
    if (expiry.isEmpty()) {
      return LegacyToken.of(token, scope);
    }
    return expiry.get() instanceof LocalDate date
        ? LegacyToken.of(token, scope, date)
        : LegacyToken.of(token, scope, Instant.from(expiry.get()));
  }

  private Scope scope() {
    return variables.scope(Scope.values(), Scope::parameter);
  }
}
