package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client secret in a file that {@code VISIBUILD_CLIENT_SECRET_FILE} names. */
class SecretFileTest {
  private static final String SENTINEL = "sentinel-4711";

  @TempDir Path folder;
  private final Map<String, String> variables = new HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void fileWithALineBreakAtItsEnd_isTheSecretWithoutIt(String end) throws Exception {
    write((SENTINEL + end).getBytes(StandardCharsets.UTF_8));

    assertThat(credential().id()).isEqualTo("an-id");
    assertThat(credential().secret().get()).isEqualTo(SENTINEL);
  }

  @Test
  void rotatedFile_isReadAgain() throws Exception {
    write(SENTINEL.getBytes(StandardCharsets.UTF_8));
    ClientCredentials credential = credential();

    write("sentinel-next\n".getBytes(StandardCharsets.UTF_8));

    assertThat(credential.secret().get()).isEqualTo("sentinel-next");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", " \n", "\u200b", "\u00a0\n"})
  void fileWithMoreThanOneLineBreakAtItsEnd_isRefused(String end) throws Exception {
    write((SENTINEL + end).getBytes(StandardCharsets.UTF_8));

    refused("The secret in the file of VISIBUILD_CLIENT_SECRET_FILE begins or ends with");
  }

  @Test
  void fileWithAByteOrderMark_isRefusedWithThePosition() throws Exception {
    write(("\ufeff" + SENTINEL).getBytes(StandardCharsets.UTF_8));

    refused("(U+FEFF at index 0)");
  }

  @Test
  void fileThatIsNotUtf8_isRefused() throws Exception {
    write((SENTINEL + "é").getBytes(StandardCharsets.ISO_8859_1));

    refused("(it is not UTF-8)");
  }

  @Test
  void fileThatIsTooLong_isRefused() throws Exception {
    write("x".repeat(64 * 1024 + 1).getBytes(StandardCharsets.UTF_8));

    refused("(it is longer than 64 KiB)");
  }

  @Test
  void missingFile_isRefusedWithoutItsPath() {
    variables.put("VISIBUILD_CLIENT_SECRET_FILE", "/nowhere/" + SENTINEL);
    refused("The file that VISIBUILD_CLIENT_SECRET_FILE names cannot be read (it does not exist)");
  }

  @Test
  void folder_isRefused() {
    variables.put("VISIBUILD_CLIENT_SECRET_FILE", folder.toString());
    refused("(it is no regular file)");
  }

  @Test
  void pathThatNoFileCanHave_isRefused() {
    variables.put("VISIBUILD_CLIENT_SECRET_FILE", SENTINEL + "\u0000");
    refused("The value of VISIBUILD_CLIENT_SECRET_FILE is no path of a file.");
  }

  @Test
  void secretAndFile_areNotBothAccepted() throws Exception {
    write(SENTINEL.getBytes(StandardCharsets.UTF_8));
    variables.put("VISIBUILD_CLIENT_SECRET", SENTINEL);

    refused("Both VISIBUILD_CLIENT_SECRET and VISIBUILD_CLIENT_SECRET_FILE are set; keep one");
  }

  private void write(byte[] content) throws Exception {
    Path file = folder.resolve("secret");
    Files.write(file, content);
    variables.put("VISIBUILD_CLIENT_SECRET_FILE", file.toString());
  }

  private void refused(String message) {
    assertThatThrownBy(this::credential)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining(SENTINEL);
  }

  private ClientCredentials credential() {
    variables.put("VISIBUILD_CLIENT_ID", "an-id");
    variables.put("VISIBUILD_SCOPE", "read");
    return (ClientCredentials) new Environment(variables::get).credential();
  }
}
