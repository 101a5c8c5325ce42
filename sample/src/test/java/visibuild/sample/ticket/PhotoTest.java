package visibuild.sample.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoTest {
  @TempDir private Path folder;

  @Test
  void fileWithSomethingInItIsAPhoto() throws IOException {
    Path file = Files.writeString(folder.resolve("crack.png"), "hello");

    assertThat(Photo.at(file).file()).isEqualTo(file);
  }

  @Test
  void fileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Photo.at(folder.resolve("none.png")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("There is no file ")
        .hasMessageContaining("none.png");
  }

  @Test
  void folderIsRefused() {
    assertThatThrownBy(() -> Photo.at(folder)).hasMessageStartingWith("There is no file ");
  }

  @Test
  void emptyFileIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.png"));

    assertThatThrownBy(() -> Photo.at(file)).hasMessageEndingWith("empty.png is empty.");
  }
}
