package visibuild.spring;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import visibuild.Region;
import visibuild.Scope;

/**
 * The properties {@code visibuild.*} without the secrets, which stay in Spring's environment and
 * are read when a token is requested: {@code visibuild.client-secret} and {@code visibuild.token}.
 *
 * <pre>{@code
 * visibuild:
 *   region: apac
 *   client-id: my-client
 *   scope: read
 * }</pre>
 *
 * <p>Immutable. A component that is not configured is null.
 *
 * @param region Visibuild's region: apac, eu or us.
 * @param baseUrl Origin of the Visibuild to call, such as https://app.apac.visibuild.com; replaces
 *     the region.
 * @param clientId Client id of the OAuth client credentials.
 * @param clientSecretFile File that holds the client secret; it is read again when Visibuild
 *     rejects the secret, so that the file can be rotated.
 * @param tokenExpires Date (2027-05-31) or instant (2027-05-31T09:00:00Z) at which the legacy token
 *     expires.
 * @param scope Scope with which the credential was created: "read" or "read write".
 * @param callTimeout Longest duration of one call, its waits and retries included.
 * @param retries Number of times that a failed call is repeated at most, from 0 to 20.
 * @param userAgent Name of the program in the User-Agent header, such as site-report/2.1.
 * @param readSnakeCase Whether members of responses may be written in snake_case as well.
 * @param policy File with the team's policy; a client that it does not permit is not made.
 * @param policyMode Effect of the policy: "enforce" refuses a client that it does not permit,
 *     "warn" only logs and counts it.
 * @param rateLimit Limit of the number of calls.
 * @param health Settings of the health indicator.
 * @since 0.1
 */
@ConfigurationProperties("visibuild")
public record VisibuildProperties(
    @Nullable Region region,
    @Nullable String baseUrl,
    @Nullable String clientId,
    @Nullable Path clientSecretFile,
    @Nullable String tokenExpires,
    @Nullable Scope scope,
    @Nullable Duration callTimeout,
    @Nullable Integer retries,
    @Nullable String userAgent,
    boolean readSnakeCase,
    @Nullable Path policy,
    @DefaultValue("enforce") PolicyMode policyMode,
    @NestedConfigurationProperty @Nullable RateLimit rateLimit,
    @NestedConfigurationProperty @DefaultValue Health health) {

  /** The effect of the policy on a client that it does not permit. */
  public enum PolicyMode {
    /** The client is refused. */
    ENFORCE,

    /** The client is created; a warning is logged, and listeners and meters are informed. */
    WARN
  }

  /**
   * The limit that the program sets itself; see {@link visibuild.Visibuild.Builder#rateLimit}.
   *
   * @param calls Number of calls in each period.
   * @param period Duration of the period, in which the calls are evenly spread.
   */
  public record RateLimit(@Nullable Integer calls, @Nullable Duration period) {}

  /**
   * The settings of the health indicator.
   *
   * @param callApi Whether the health check also reads one project; by default it only makes sure
   *     that there is a token.
   */
  public record Health(boolean callApi) {}
}
