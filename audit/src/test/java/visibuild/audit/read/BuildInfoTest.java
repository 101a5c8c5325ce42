package visibuild.audit.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.audit.BuildInfo;
import visibuild.audit.Samples;

class BuildInfoTest {
  private static final String COMMIT = "8f14e45fceea167a5a36dedd4bea2543c9b1f0aa";

  @TempDir Path folder;

  @Test
  void manifest_givesVersionAndCommit() throws Exception {
    BuildInfo build =
        read(
            Map.of(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nImplementation-Version: 1.4.0\nGit-Commit: "
                    + COMMIT
                    + "\n"));

    assertThat(build)
        .isEqualTo(
            new BuildInfo(Optional.of("1.4.0"), Optional.of(COMMIT), false, Optional.empty()));
  }

  @Test
  void gitProperties_giveTheCommitAndUncommittedChanges() throws Exception {
    BuildInfo build =
        read(
            Map.of(
                "BOOT-INF/classes/git.properties",
                "git.commit.id.full=%s\ngit.dirty=true\ngit.build.version=2.0\n"
                    .formatted(COMMIT)));

    assertThat(build.commit()).contains(COMMIT);
    assertThat(build.modified()).isTrue();
    assertThat(build.version()).contains("2.0");
  }

  @Test
  void buildNumberThatIsNoHash_isNoCommit() throws Exception {
    assertThat(
            read(
                Map.of(
                    "META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\nImplementation-Build: 42\nBuild-Time: ${now}\n")))
        .isEqualTo(BuildInfo.NONE);
  }

  @Test
  void damagedFiles_recordNothing() throws Exception {
    assertThat(
            read(
                Map.of(
                    "META-INF/MANIFEST.MF",
                    "no manifest",
                    "git.properties",
                    "git.commit.id=\\u00")))
        .isEqualTo(BuildInfo.NONE);
  }

  @Test
  void versionOfALibraryInTheProgram_isNotTheProgramsOwn() throws Exception {
    Path jar =
        Files.write(
            folder.resolve("desk.jar"),
            Samples.zip(
                Map.of(
                    "lib/other.jar",
                    Samples.zip(bytes(Map.of("git.properties", "git.commit.id=" + COMMIT))))));

    assertThat(new ProgramReader(ResourceLimits.USUAL).read(ProgramInput.parse(jar.toString())))
        .extracting(program -> program.build())
        .isEqualTo(BuildInfo.NONE);
  }

  @Test
  void classFolder_isReadLikeAnArchive() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(classes.resolve("git.properties"), "git.commit.id=" + COMMIT);

    assertThat(
            new ProgramReader(ResourceLimits.USUAL)
                .read(ProgramInput.parse(classes.toString()))
                .build()
                .commit())
        .contains(COMMIT);
  }

  private BuildInfo read(Map<String, String> files) throws IOException, UnreadableException {
    Path jar = Files.write(folder.resolve("desk.jar"), Samples.zip(bytes(files)));
    return new ProgramReader(ResourceLimits.USUAL).read(ProgramInput.parse(jar.toString())).build();
  }

  private static Map<String, byte[]> bytes(Map<String, String> files) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }
}
