package visibuild.spring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.ConfigTreePropertySource.Option;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import visibuild.internal.base.SecretFile;
import visibuild.spring.failure.InvalidVisibuildConfigurationException;

/**
 * Reads secrets from Spring's property sources (environment variables, Vault, config trees) each
 * time one is needed, so that a changed source takes effect and no bean holds a secret.
 */
final class SecretProperties {
  static final String CLIENT_SECRET = "visibuild.client-secret";
  static final String TOKEN = "visibuild.token";
  private static final String CLIENT_SECRET_FILE = "visibuild.client-secret-file";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Z][A-Z0-9_]{0,80}}");

  private final Environment environment;

  SecretProperties(Environment environment) {
    this.environment = environment;
  }

  boolean has(String name) {
    return find(name).isPresent();
  }

  /**
   * Returns the current value of {@code name} in the property sources.
   *
   * @throws InvalidVisibuildConfigurationException if the property is missing or blank
   */
  String get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new InvalidVisibuildConfigurationException(
                    name + " is missing or blank; set it in one of Spring's property sources.",
                    null));
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(binder().bind(name, String.class).orElse(null))
        .filter(value -> !value.isBlank())
        .map(value -> resolved(name, value));
  }

  /** A config tree keeps the first content of its files, so a new one reads them each time. */
  private Binder binder() {
    List<PropertySource<?>> sources = new ArrayList<>();
    boolean trees = false;
    if (environment instanceof ConfigurableEnvironment configurable) {
      for (PropertySource<?> source : configurable.getPropertySources()) {
        trees |= source instanceof ConfigTreePropertySource;
        if (!ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
          sources.add(current(source));
        }
      }
    }
    return trees
        ? new Binder(
            ConfigurationPropertySources.from(sources),
            new PropertySourcesPlaceholdersResolver(sources))
        : Binder.get(environment);
  }

  private static PropertySource<?> current(PropertySource<?> source) {
    return source instanceof ConfigTreePropertySource tree && Files.isDirectory(tree.getSource())
        ? new ConfigTreePropertySource(
            tree.getName(), tree.getSource(), Option.AUTO_TRIM_TRAILING_NEW_LINE)
        : source;
  }

  /** Spring leaves a placeholder in place if no property source resolves it. */
  private static String resolved(String name, String value) {
    if (value.startsWith("${") && value.endsWith("}")) {
      // A default within the placeholder, or a value that only looks like one, may be the secret.
      String placeholder = PLACEHOLDER.matcher(value).matches() ? value : "${...}";
      throw new InvalidVisibuildConfigurationException(
          "%s is the placeholder %s, which no property source resolves; set it."
              .formatted(name, placeholder),
          null);
    }
    return value;
  }

  /**
   * Returns the secret in {@code file} without the white space around it.
   *
   * @throws InvalidVisibuildConfigurationException if it cannot be read; the message shows neither
   *     the path, which may be the secret by mistake, nor the content
   */
  static String read(Path file) {
    try {
      return SecretFile.text(file, CLIENT_SECRET_FILE).strip();
    } catch (IllegalArgumentException e) {
      throw new InvalidVisibuildConfigurationException(String.valueOf(e.getMessage()), null);
    }
  }
}
