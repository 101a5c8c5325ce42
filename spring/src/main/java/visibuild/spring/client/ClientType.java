package visibuild.spring.client;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import visibuild.ReadAccess;
import visibuild.WriteAccess;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;

/**
 * An interface and the class that makes its client in a static method {@code create}.
 *
 * @param api the type under which the bean is injected
 * @param factory the class with the method {@code create}
 * @param writes whether {@code create} needs a write access
 */
record ClientType(Class<?> api, Class<?> factory, boolean writes) {
  private static final String READ_CLIENT = "visibuild.client.VisibuildReadClient";
  private static final String WRITE_CLIENT = "visibuild.client.VisibuildClient";

  /** Returns empty if a class of {@code descriptor} is not on the class path. */
  static Optional<ClientType> of(Descriptor descriptor, @Nullable ClassLoader loader) {
    Optional<Class<?>> api = find(descriptor.api(), loader);
    Optional<Class<?>> client = find(descriptor.client(), loader);
    return api.isEmpty() || client.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ClientType(api.get(), client.get(), descriptor.scope() == Access.READ_WRITE));
  }

  /** Returns the two clients of {@code visibuild-client}, which have no descriptor themselves. */
  static List<ClientType> aggregates(@Nullable ClassLoader loader) {
    return List.of(READ_CLIENT, WRITE_CLIENT).stream()
        .flatMap(name -> find(name, loader).stream())
        .map(type -> new ClientType(type, type, type.getName().equals(WRITE_CLIENT)))
        .toList();
  }

  /** Returns the method {@code create}; null if the factory has none. */
  @Nullable Method create() {
    return ReflectionUtils.findMethod(
        factory, "create", writes ? WriteAccess.class : ReadAccess.class);
  }

  /** Returns whether this interface extends the one of {@code other}. */
  boolean isBelow(ClientType other) {
    return api != other.api && other.api.isAssignableFrom(api);
  }

  private static Optional<Class<?>> find(String name, @Nullable ClassLoader loader) {
    try {
      return Optional.of(ClassUtils.forName(name, loader));
    } catch (ClassNotFoundException | LinkageError missing) {
      return Optional.empty();
    }
  }
}
