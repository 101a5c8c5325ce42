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

  /** Returns whether {@code @RequiresScope} declares the needed access, instead of the verb. */
  public boolean stated() {
    return method.reason() == Reason.REQUIRES_SCOPE;
  }

  /** Returns the resource that the call reads or writes. */
  public Resource resource() {
    return Resource.of(api(), method);
  }
}
