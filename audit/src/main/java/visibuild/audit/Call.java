package visibuild.audit;

import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;
import visibuild.policy.Reason;

/**
 * One call that a client can make.
 *
 * @param client the client
 * @param method the method of its interface
 * @since 0.1
 */
public record Call(Client client, MethodDescriptor method) {
  /** The interface that has the method. */
  public Descriptor api() {
    return client.descriptor();
  }

  /** The method as people read it: {@code TicketsApi.open}. */
  public String label() {
    return api().simpleName() + "." + method.name();
  }

  /** Whether {@code @RequiresScope} says what it needs, and not its verb. */
  public boolean stated() {
    return method.reason() == Reason.REQUIRES_SCOPE;
  }

  /** What it reads or writes. */
  public Resource resource() {
    return Resource.of(api(), method);
  }
}
