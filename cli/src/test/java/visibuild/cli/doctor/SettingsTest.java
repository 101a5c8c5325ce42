package visibuild.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.Scope;

class SettingsTest {
  private static final String SECRET = "s3cr3t-value";
  private static final Map<String, String> OAUTH =
      Map.of(
          "VISIBUILD_REGION", "apac",
          "VISIBUILD_CLIENT_ID", "id",
          "VISIBUILD_CLIENT_SECRET", SECRET,
          "VISIBUILD_SCOPE", "read write");

  @TempDir private Path folder;

  @Test
  void oauthCredential_isRead() {
    Settings settings = Settings.of(OAUTH);

    assertThat(settings.origin()).hasToString("https://app.apac.visibuild.com/");
    assertThat(settings.clientId()).isEqualTo("id");
    assertThat(settings.secret()).isEqualTo(SECRET);
    assertThat(settings.scope()).isEqualTo(Scope.READ_WRITE);
    assertThat(settings.toString()).doesNotContain(SECRET);
    assertThat(Origin.of(settings.origin())).isEqualTo(Origin.REGION);
  }

  @Test
  void secretFile_isReadWithoutItsLineBreak() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), SECRET + "\r\n");

    Settings settings =
        Settings.of(
            with(Map.of("VISIBUILD_CLIENT_SECRET", "", "VISIBUILD_CLIENT_SECRET_FILE", "" + file)));

    assertThat(settings.secret()).isEqualTo(SECRET);
  }

  @Test
  void otherOrigin_isOfAnotherKind() {
    Settings settings =
        Settings.of(
            with(
                Map.of(
                    "VISIBUILD_REGION", "", "VISIBUILD_BASE_URL", "https://app.visibuild.com.au")));

    assertThat(Origin.of(settings.origin())).isEqualTo(Origin.OTHER);
    assertThat(Origin.text(settings.origin())).isEqualTo("https://app.visibuild.com.au");
  }

  /** The secret of a token request is the one that the runtime would send. */
  @Test
  void clientSecretWithALineBreak_isRefusedAsInEveryProgram() {
    assertThatThrownBy(() -> Settings.of(with(Map.of("VISIBUILD_CLIENT_SECRET", SECRET + "\n"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("VISIBUILD_CLIENT_SECRET begins or ends with white space");
  }

  @ParameterizedTest
  @CsvSource({
    "VISIBUILD_REGION, mars, write apac",
    "VISIBUILD_REGION, '', set VISIBUILD_REGION or VISIBUILD_BASE_URL",
    "VISIBUILD_BASE_URL, https://x.test, keep one of them",
    "VISIBUILD_CLIENT_ID, '', VISIBUILD_CLIENT_ID is missing or blank",
    "VISIBUILD_CLIENT_SECRET, '', VISIBUILD_CLIENT_SECRET is missing or blank",
    "VISIBUILD_CLIENT_SECRET_FILE, s3cr3t-value, keep one of them",
    "VISIBUILD_SCOPE, write, write \"read\" or \"read write\"",
    "VISIBUILD_SCOPE, '', VISIBUILD_SCOPE is missing or blank",
    "VISIBUILD_TOKEN, s3cr3t-value, keep one kind"
  })
  void invalidVariable_isNamed(String name, String value, String expected) {
    assertThatThrownBy(() -> Settings.of(with(Map.of(name, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected)
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain(SECRET)
        .hasLineCount(1);
  }

  @Test
  void plainHttp_isRefused() {
    assertThatThrownBy(
            () ->
                Settings.of(
                    with(
                        Map.of(
                            "VISIBUILD_REGION",
                            "",
                            "VISIBUILD_BASE_URL",
                            "http://visibuild.test"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not https");
  }

  @Test
  void missingSecretFile_isNamedByItsVariableOnly() {
    assertThatThrownBy(
            () ->
                Settings.of(
                    with(
                        Map.of(
                            "VISIBUILD_CLIENT_SECRET", "",
                            "VISIBUILD_CLIENT_SECRET_FILE", "/no/such/s3cr3t-value"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "VISIBUILD_CLIENT_SECRET_FILE names cannot be read (it does not exist)")
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain(SECRET);
  }

  @Test
  void secretFileThatHoldsNoText_isRefused() throws IOException {
    Path folderAsFile = Files.createDirectory(folder.resolve(SECRET));
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', (byte) 0xe9});
    Path huge = Files.write(folder.resolve("huge"), new byte[64 * 1024 + 1]);

    assertUnreadable(folderAsFile, "it is no regular file");
    // Of unlimited length.
    assertUnreadable(Path.of("/dev/zero"), "it is no regular file");
    assertUnreadable(latin, "it is not UTF-8");
    assertUnreadable(huge, "it is longer than 64 KiB");
  }

  private static void assertUnreadable(Path file, String reason) {
    Map<String, String> environment =
        with(Map.of("VISIBUILD_CLIENT_SECRET", "", "VISIBUILD_CLIENT_SECRET_FILE", "" + file));
    assertThatThrownBy(() -> Settings.of(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The file that VISIBUILD_CLIENT_SECRET_FILE names cannot be read (%s); check the path"
                + " and its permissions.",
            reason);
  }

  @Test
  void legacyTokenThatWrites_isRefused() {
    assertThatThrownBy(
            () ->
                Settings.of(
                    Map.of(
                        "VISIBUILD_REGION", "eu",
                        "VISIBUILD_TOKEN", SECRET,
                        "VISIBUILD_SCOPE", "read write")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be narrowed")
        .hasMessageContaining("scope \"read\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-31, expired",
    "2020-01-31T09:00:00Z, expired",
    "soon, write a date such as 2027-05-31"
  })
  void expiryOfALegacyToken_isChecked(String expires, String expected) {
    assertThatThrownBy(
            () ->
                Settings.of(
                    Map.of(
                        "VISIBUILD_REGION",
                        "eu",
                        "VISIBUILD_TOKEN",
                        SECRET,
                        "VISIBUILD_TOKEN_EXPIRES",
                        expires,
                        "VISIBUILD_SCOPE",
                        "read")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected)
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain(SECRET)
        .hasLineCount(1);
  }

  private static Map<String, String> with(Map<String, String> changes) {
    Map<String, String> environment = new HashMap<>(OAUTH);
    environment.putAll(changes);
    return environment;
  }
}
