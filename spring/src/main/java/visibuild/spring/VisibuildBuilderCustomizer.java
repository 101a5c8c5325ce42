package visibuild.spring;

import visibuild.Visibuild;

/**
 * Changes the builder of the auto-configured {@link Visibuild} after the properties were applied,
 * for settings that no property has.
 *
 * <pre>{@code
 * @Bean
 * VisibuildBuilderCustomizer proxy() {
 *   return builder -> builder.http(HttpOptions.defaults().proxy("proxy.acme.com", 3128));
 * }
 * }</pre>
 *
 * <p>Every bean of this type is called once, in the order of {@link
 * org.springframework.core.annotation.Order}, by the thread that makes the {@code Visibuild}.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface VisibuildBuilderCustomizer {
  /** Changes {@code builder}. */
  void customize(Visibuild.Builder builder);
}
