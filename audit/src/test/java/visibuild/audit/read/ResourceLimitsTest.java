package visibuild.audit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.entries;
import static visibuild.audit.Samples.jar;
import static visibuild.audit.Samples.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceLimitsTest {
  private static final int PLENTY = 1_000_000;

  @TempDir Path folder;

  @Test
  void bombInANestedJarIsNotUnpacked() throws IOException {
    byte[] zeros = new byte[64 * 1024 * 1024];
    byte[] bomb = zip(Map.of("lib/bomb.jar", zeros));
    assertThat(bomb).hasSizeLessThan(zeros.length / 500);
    Path jar = Files.write(folder.resolve("bomb.jar"), bomb);
    refused(
        new ResourceLimits(PLENTY, PLENTY, 4, PLENTY, PLENTY, PLENTY, PLENTY, PLENTY),
        jar,
        "1000000 unpacked bytes");
  }

  @Test
  void bombAsADescriptorIsNotRead() throws IOException {
    byte[] bomb = zip(Map.of("META-INF/visibuild/com.acme.Api.json", new byte[64 * 1024 * 1024]));
    Path jar = Files.write(folder.resolve("bomb.jar"), bomb);
    refused(ResourceLimits.USUAL, jar, "1048576 bytes in one descriptor");
  }

  @Test
  void jarsWithinJarsEnd() throws IOException {
    byte[] jar = zip(entries(VISIS));
    for (int depth = 0; depth < 10; depth++) {
      jar = zip(Map.of("inner.jar", jar));
    }
    refused(
        ResourceLimits.USUAL,
        Files.write(folder.resolve("outer.jar"), jar),
        "4 archives within each other");
  }

  @Test
  void manyDescriptorsEnd() throws IOException {
    Path jar = jar(folder.resolve("two.jar"), TICKETS, VISIS);
    refused(
        new ResourceLimits(PLENTY, PLENTY, 4, 1, PLENTY, PLENTY, PLENTY, PLENTY),
        jar,
        "1 descriptors");
  }

  @Test
  void manyEntriesEnd() throws IOException {
    Path jar = jar(folder.resolve("two.jar"), TICKETS, VISIS);
    refused(
        new ResourceLimits(PLENTY, 1, 4, PLENTY, PLENTY, PLENTY, PLENTY, PLENTY),
        jar,
        "1 archive entries");
  }

  @Test
  void manyFilesEnd() throws IOException {
    jar(folder.resolve("one.jar"), TICKETS);
    jar(folder.resolve("two.jar"), VISIS);
    refused(
        new ResourceLimits(1, PLENTY, 4, PLENTY, PLENTY, PLENTY, PLENTY, PLENTY),
        folder,
        "1 files");
  }

  @Test
  void manyBytesInAllDescriptorsEnd() throws IOException {
    Path jar = jar(folder.resolve("two.jar"), TICKETS, VISIS);
    refused(
        new ResourceLimits(PLENTY, PLENTY, 4, PLENTY, PLENTY, 900, PLENTY, PLENTY),
        jar,
        "900 bytes in all descriptors");
  }

  @Test
  void manyMethodsEnd() throws IOException {
    Path jar = jar(folder.resolve("two.jar"), TICKETS, VISIS);
    refused(
        new ResourceLimits(PLENTY, PLENTY, 4, PLENTY, PLENTY, PLENTY, 2, PLENTY),
        jar,
        "2 methods and parameters");
  }

  @Test
  void deepFoldersAreRefusedAndNotPassedOver() throws IOException {
    Path deep = folder;
    for (int depth = 0; depth <= 200; depth++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    refused(ResourceLimits.USUAL, folder, "200 folders within each other");
  }

  private static void refused(ResourceLimits limits, Path input, String limit) {
    assertThatThrownBy(() -> new ProgramReader(limits).read(ProgramInput.parse("app=" + input)))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("here the limit of " + limit + " is passed");
  }
}
