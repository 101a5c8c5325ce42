package visibuild.spring.client;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import visibuild.WriteAccess;

/**
 * Explains why there is no bean of {@link WriteAccess} or of a client that writes: the credential's
 * scope does not cover writing.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingWriteFailureAnalyzer
    extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {
  private final Environment environment;

  MissingWriteFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, NoSuchBeanDefinitionException cause) {
    ResolvableType missing = cause.getResolvableType();
    Class<?> type = missing == null ? null : missing.resolve();
    String scope = environment.getProperty("visibuild.scope");
    if (type == null || scope == null || !writes(type)) {
      return null;
    }
    return new FailureAnalysis(
        ("%s needs %s, which writes, but visibuild.scope is \"%s\"; use a credential that was"
                + " created with scope \"read write\" and set visibuild.scope to it, or inject a"
                + " client that only reads.")
            .formatted(requester(rootFailure), type.getSimpleName(), scope),
        null,
        cause);
  }

  private static boolean writes(Class<?> type) {
    ClassLoader loader = ClassUtils.getDefaultClassLoader();
    return type == WriteAccess.class
        || Stream.concat(
                ClientDescriptors.on(loader).stream()
                    .flatMap(descriptor -> ClientType.of(descriptor, loader).stream()),
                ClientType.aggregates(loader).stream())
            .anyMatch(client -> client.api() == type && client.writes());
  }

  /** Returns the class whose constructor, field or method asked for the bean. */
  private static String requester(Throwable rootFailure) {
    return Stream.iterate(rootFailure, each -> each != null, Throwable::getCause)
        .filter(UnsatisfiedDependencyException.class::isInstance)
        .map(each -> ((UnsatisfiedDependencyException) each).getInjectionPoint())
        .flatMap(Stream::ofNullable)
        .reduce((outer, inner) -> inner)
        .map(InjectionPoint::getMember)
        .map(member -> member.getDeclaringClass().getSimpleName())
        .or(() -> Optional.of("A bean"))
        .get();
  }
}
