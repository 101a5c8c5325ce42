package visibuild.spring.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import visibuild.policy.Descriptor;

/**
 * Registers a lazy bean for each generated client that has a descriptor on the class path. The
 * definitions name a static factory method and a bean, so that Spring's AOT processing can write
 * them as code. No class path is scanned for classes.
 *
 * <p>A client that writes is registered only if there is a write access. A bean of the program with
 * the same type replaces the client's.
 */
public final class ClientBeanRegistrar
    implements ImportBeanDefinitionRegistrar, BeanClassLoaderAware {
  /** The name of the bean that reads are made with. */
  public static final String READ_ACCESS = "visibuildReadAccess";

  /** The name of the bean that writes are made with. */
  public static final String WRITE_ACCESS = "visibuildWriteAccess";

  private static final Log LOG = LogFactory.getLog(ClientBeanRegistrar.class);

  private @Nullable ClassLoader loader;

  /** Made by Spring. */
  public ClientBeanRegistrar() {}

  @Override
  public void setBeanClassLoader(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
    List<ClientType> clients = clients();
    for (ClientType client : clients) {
      String access = client.writes() ? WRITE_ACCESS : READ_ACCESS;
      if (registry.containsBeanDefinition(access) && !isReplaced(client, clients, registry)) {
        registry.registerBeanDefinition(
            client.factory().getName(), definition(client, access, clients));
      }
    }
  }

  private List<ClientType> clients() {
    return Stream.concat(
            ClientDescriptors.on(loader).stream().flatMap(each -> client(each).stream()),
            ClientType.aggregates(loader).stream())
        .toList();
  }

  private Optional<ClientType> client(Descriptor descriptor) {
    Optional<ClientType> client = ClientType.of(descriptor, loader);
    if (client.isEmpty()) {
      LOG.warn(
          "No bean of %s: it has a descriptor, but it or %s is not on the class path."
              .formatted(descriptor.api(), descriptor.client()));
    }
    return client;
  }

  private static RootBeanDefinition definition(
      ClientType client, String access, List<ClientType> clients) {
    RootBeanDefinition definition = new RootBeanDefinition(client.factory());
    definition.setFactoryMethodName("create");
    definition.setResolvedFactoryMethod(client.create());
    definition.setTargetType(client.api());
    definition
        .getConstructorArgumentValues()
        .addIndexedArgumentValue(0, new RuntimeBeanReference(access));
    definition.setLazyInit(true);
    // Where one interface extends another, both clients fit an injection point of the upper one:
    // the topmost client wins there, and the lowest one gives way to those between.
    long depth = clients.stream().filter(client::isBelow).count();
    definition.setPrimary(depth == 0 && clients.stream().anyMatch(other -> other.isBelow(client)));
    definition.setFallback(depth > 1);
    return definition;
  }

  /** A bean of a lower interface replaces the client of that interface, not of this one. */
  private static boolean isReplaced(
      ClientType client, List<ClientType> clients, BeanDefinitionRegistry registry) {
    if (!(registry instanceof ListableBeanFactory beans)) {
      return false;
    }
    List<ClientType> lower = clients.stream().filter(other -> other.isBelow(client)).toList();
    return Arrays.stream(beans.getBeanNamesForType(client.api(), true, false))
        .flatMap(name -> Stream.ofNullable(beans.getType(name)))
        .anyMatch(type -> lower.stream().noneMatch(each -> each.api().isAssignableFrom(type)));
  }
}
