package visibuild.spring.actuate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import visibuild.AccessUsage;
import visibuild.ClientAccess;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.spring.client.ClientDescriptors;

/**
 * The actuator's endpoint {@code visibuild}: the clients on the class path, those that the program
 * made, their scopes, and the write access that no call has used since the start. It holds no
 * secret and sends no request.
 *
 * @since 0.1
 */
@Endpoint(id = "visibuild")
public final class VisibuildEndpoint implements BeanClassLoaderAware {
  private final Visibuild visibuild;
  private final AccessUsage usage;
  private @Nullable ClassLoader loader;

  /**
   * The content of the endpoint.
   *
   * @param scope the credential's declared scope
   * @param clients the clients on the class path, sorted by interface
   * @param calls the calls since the start, by client and method
   * @param unusedWriteAccess the clients that could write and did not since the start
   */
  public record Report(
      String scope,
      List<Client> clients,
      List<AccessUsage.MethodCalls> calls,
      List<String> unusedWriteAccess) {}

  /**
   * A client on the class path.
   *
   * @param api the binary name of its interface
   * @param client the binary name of its class
   * @param scope the scope that the interface declares
   * @param made whether the program made it
   */
  public record Client(String api, String client, String scope, boolean made) {}

  VisibuildEndpoint(Visibuild visibuild, AccessUsage usage) {
    this.visibuild = visibuild;
    this.usage = usage;
  }

  @Override
  public void setBeanClassLoader(ClassLoader loader) {
    this.loader = loader;
  }

  /** Returns the clients and their use so far. */
  @ReadOperation
  public Report report() {
    Set<String> made =
        visibuild.clients().stream().map(ClientAccess::client).collect(Collectors.toSet());
    return new Report(
        visibuild.scope().parameter(),
        ClientDescriptors.on(loader).stream().map(each -> client(each, made)).toList(),
        usage.calls(),
        usage.unusedWriteAccess());
  }

  private static Client client(Descriptor descriptor, Set<String> made) {
    Scope scope = descriptor.scope() == Access.READ ? Scope.READ : Scope.READ_WRITE;
    return new Client(
        descriptor.api(),
        descriptor.client(),
        scope.parameter(),
        made.contains(descriptor.client()));
  }
}
