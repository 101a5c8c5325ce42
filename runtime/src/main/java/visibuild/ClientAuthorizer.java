package visibuild;

/**
 * Decides which clients may be made in this program. {@code visibuild.policy.PolicyEnforcer}
 * decides by the team's policy.
 *
 * <pre>{@code
 * Visibuild.builder().clientAuthorizer(PolicyEnforcer.ofFile(Path.of("visibuild-policy.json")))
 * }</pre>
 *
 * <p>It is asked whenever a client is made, which is before any of its calls, by whatever thread
 * makes it.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ClientAuthorizer {
  /**
   * Returns if {@code client} may be made.
   *
   * @param client the client's class; the interface, if it was written by hand
   * @param scope what its interface declares; the scope of its access, if it was written by hand
   * @throws ClientNotPermittedException if it may not
   */
  void authorize(Class<?> client, Scope scope);
}
