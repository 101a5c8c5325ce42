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
   * Returns normally if {@code client} may be created.
   *
   * @param client the client's class; for a hand-written interface, the interface
   * @param scope the scope that its interface declares; for a hand-written interface, the scope of
   *     its access
   * @throws ClientNotPermittedException if it may not
   */
  void authorize(Class<?> client, Scope scope);
}
