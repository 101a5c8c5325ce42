package visibuild.spring;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import visibuild.ClientCredentials;
import visibuild.Credential;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.spring.failure.InvalidVisibuildConfigurationException;

/** Makes the credential that the properties describe. */
final class CredentialFactory {
  private final VisibuildProperties properties;
  private final SecretProperties secrets;

  CredentialFactory(VisibuildProperties properties, SecretProperties secrets) {
    this.properties = properties;
    this.secrets = secrets;
  }

  /**
   * Returns client credentials or a legacy token.
   *
   * @throws InvalidVisibuildConfigurationException if a property is missing or contradicts another
   */
  Credential credential() {
    boolean oauth =
        isGiven(properties.clientId())
            || secretFile() != null
            || secrets.has(SecretProperties.CLIENT_SECRET);
    boolean legacy = secrets.has(SecretProperties.TOKEN);
    if (oauth && legacy) {
      throw invalid(
          "Both visibuild.client-id and visibuild.token are set; keep one kind of credential.");
    }
    if (!oauth && !legacy) {
      throw invalid(
          "No Visibuild credential is configured; set visibuild.client-id, visibuild.client-secret"
              + " and visibuild.scope.");
    }
    return oauth ? clientCredentials() : legacyToken();
  }

  private ClientCredentials clientCredentials() {
    String id = properties.clientId();
    if (id == null || id.isBlank()) {
      throw invalid("visibuild.client-id is missing or blank; set the id of the credential.");
    }
    Supplier<String> secret = secret();
    // A missing or impossible secret fails the start, not the first call.
    ClientCredentials checked = checked(SecretProperties.CLIENT_SECRET, id, secret.get());
    return ClientCredentials.of(checked.id(), secret, checked.scope());
  }

  private ClientCredentials checked(String property, String id, String secret) {
    Scope scope = scope();
    try {
      return ClientCredentials.of(id, secret, scope);
    } catch (IllegalArgumentException e) {
      throw new InvalidVisibuildConfigurationException(property + ": " + e.getMessage(), e);
    }
  }

  private Supplier<String> secret() {
    Path file = secretFile();
    if (file == null) {
      return () -> secrets.get(SecretProperties.CLIENT_SECRET);
    }
    if (secrets.has(SecretProperties.CLIENT_SECRET)) {
      throw invalid(
          "Both visibuild.client-secret and visibuild.client-secret-file are set; keep one.");
    }
    return () -> SecretProperties.read(file);
  }

  private @Nullable Path secretFile() {
    Path file = properties.clientSecretFile();
    return file == null || file.toString().isBlank() ? null : file;
  }

  private LegacyToken legacyToken() {
    String token = secrets.get(SecretProperties.TOKEN);
    Scope scope = scope();
    String expires = properties.tokenExpires();
    try {
      if (!isGiven(expires)) {
        return LegacyToken.of(token, scope);
      }
      String text = String.valueOf(expires).strip();
      return text.contains("T")
          ? LegacyToken.of(token, scope, Instant.parse(text))
          : LegacyToken.of(token, scope, LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      // The value is not repeated: if two properties are mixed up, it is a secret.
      throw invalid(
          "visibuild.token-expires is neither a date such as 2027-05-31 nor an instant such as"
              + " 2027-05-31T09:00:00Z.");
    } catch (IllegalArgumentException e) {
      throw new InvalidVisibuildConfigurationException("visibuild.token: " + e.getMessage(), e);
    }
  }

  private Scope scope() {
    Scope scope = properties.scope();
    if (scope == null) {
      throw invalid(
          "visibuild.scope is missing; set the scope of the credential, \"read\" or \"read"
              + " write\".");
    }
    return scope;
  }

  private static boolean isGiven(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static InvalidVisibuildConfigurationException invalid(String message) {
    return new InvalidVisibuildConfigurationException(message, null);
  }
}
