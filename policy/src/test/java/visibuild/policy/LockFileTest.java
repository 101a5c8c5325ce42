package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.policy.json.FileFailures;

class LockFileTest {
  @Test
  void eachWriteHasALineOfItsOwn() {
    assertThat(LockFile.write(Lock.of("lock.json", List.of(Examples.TICKETS, Examples.SEARCH))))
        .isEqualTo(
            """
            {
              "version": 1,
              "writes": [
                {"interface": "com.acme.desk.Desk$SearchApi", \
            "method": "search(com.acme.desk.Desk$Query)", \
            "verb": "POST", "path": "api/v2/search", "stated": "READ"},
                {"interface": "com.acme.desk.TicketsApi", \
            "method": "create(com.acme.desk.NewTicket, int[])", \
            "verb": "POST", "path": "api/core/v1/tickets"}
              ]
            }
            """);
  }

  @Test
  void lockOfNothingIsAnEmptyList() throws MalformedFileException {
    String empty = LockFile.write(new Lock("lock.json", List.of()));
    assertThat(empty).isEqualTo("{\n  \"version\": 1,\n  \"writes\": []\n}\n");
    assertThat(read(empty).writes()).isEmpty();
  }

  @Test
  void readsWhatItWrote() throws MalformedFileException {
    Lock lock = Lock.of("lock.json", List.of(Examples.TICKETS, Examples.SEARCH));
    assertThat(read(LockFile.write(lock))).isEqualTo(lock);
  }

  @Test
  void brokenMergeIsRefusedAtItsLine() {
    assertThatThrownBy(() -> read("{\n  \"version\": 1,\n<<<<<<< ours\n"))
        .hasMessageStartingWith("lock.json:3: ")
        .hasMessageEndingWith("; if a merge left it so, make it anew with visibuild audit lock.");
  }

  private static Lock read(String text) throws MalformedFileException {
    return LockFile.read("lock.json", Examples.bytes(text));
  }

  @Test
  void fileThatIsNoLock_isNotReplaced(@TempDir Path folder) throws Exception {
    Path other = Files.writeString(folder.resolve("notes.json"), "{\"version\": 1}");
    assertThatThrownBy(() -> LockFile.checkReplaceable(other))
        .hasMessageContaining("this file is not a lock, so it is not replaced");
    Path link = Files.createSymbolicLink(folder.resolve("lock.json"), other);
    assertThatThrownBy(() -> LockFile.checkReplaceable(link))
        .hasMessageContaining("this is a symbolic link");
    LockFile.checkReplaceable(folder.resolve("new.json"));
    Path merged = folder.resolve("merged.json");
    LockFile.checkReplaceable(
        Files.writeString(merged, "{\"version\": 1, \"writes\": [\n<<<<<<< ours\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": \"1.4\", \"name\": \"app\", \"writes\": []}",
        "{\"version\": 1, \"writes\": [\"daily\"]}",
        "{\"version\": 1, \"writes\": {}}",
        "{\"version\": 1, \"mayWrite\": [\"com.acme.A\"], \"approvals\": []}",
        "// notes on \"version\" and \"writes\"",
        "{ \"writes\": \"version\" is missing",
        ""
      })
  void fileThatOnlyLooksLikeALock_isNotReplaced(String content, @TempDir Path folder)
      throws Exception {
    Path other = Files.writeString(folder.resolve("other.json"), content);
    assertThatThrownBy(() -> LockFile.checkReplaceable(other))
        .hasMessageContaining("this file is not a lock, so it is not replaced");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\n  \"version\": 1,\n  \"writes\": []\n}\n",
        "{\"version\": 2, \"writes\": [{\"interface\": \"A\", \"method\": \"a()\", \"new\": 1}]}",
        "{\n  \"version\": 1,\n  \"writes\": [\n    {\"interface\": \"com.ac",
        "{\n<<<<<<< ours\n  \"version\": 1,\n=======\n  \"version\": 2,\n>>>>>>> theirs\n  \"writes\": []\n}\n"
      })
  void lockOfAnyVersionOrWithDamage_isReplaced(String content, @TempDir Path folder)
      throws Exception {
    LockFile.checkReplaceable(Files.writeString(folder.resolve("lock.json"), content));
  }

  @Test
  void placeThatIsNoFile_isNotReplaced(@TempDir Path folder) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("lock.json"));
    Path pipe = folder.resolve("pipe.json");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path dangling = Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("gone"));
    Path chain = Files.createSymbolicLink(folder.resolve("chain.json"), dangling);

    assertThatThrownBy(() -> LockFile.checkReplaceable(inner)).hasMessageContaining("not a lock");
    assertThatThrownBy(() -> LockFile.checkReplaceable(pipe)).hasMessageContaining("not a lock");
    for (Path link : List.of(dangling, chain)) {
      assertThatThrownBy(() -> LockFile.checkReplaceable(link))
          .hasMessageContaining("symbolic link");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "sub/\\u0000b"})
  void lockThatIsNoPath_isRefusedAtItsPlace(String lock, @TempDir Path folder) {
    assertThatThrownBy(() -> lockPlace(folder, lock))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "policy.json:1: \"lock\" is no path (Nul character not allowed)."
                + " Name a file beside the policy.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fileThatCannotBeRead_isNamedWithTheReason() {
    Path unreadable = Path.of("/proc/self/mem");

    assertThatThrownBy(() -> LockFile.checkReplaceable(unreadable))
        .hasMessageMatching(
            "/proc/self/mem: it cannot be read \\(.+\\)\\. Check its permissions\\.");
    assertThatThrownBy(
            () -> TeamPolicy.open(Optional.empty(), Optional.of(unreadable), Path::toString))
        .hasMessageMatching(
            "/proc/self/mem: it cannot be read \\(.+\\)\\. Check its permissions\\.");
  }

  @Test
  void reasonOfAFailedRead_isNeitherTheNameAloneNorMissing() {
    assertThat(FileFailures.reason(new AccessDeniedException("a.jar")))
        .isEqualTo("access is denied");
    assertThat(FileFailures.reason(new FileSystemException("a.jar", null, "Too many links")))
        .isEqualTo("Too many links");
    assertThat(FileFailures.reason(new EOFException())).isEqualTo("it ends too early");
    assertThat(FileFailures.reason(new IOException())).isEqualTo("IOException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linked/lock.json", "linked/new/lock.json", "inside/../linked/lock.json"})
  void lockBelowALinkOutOfThePolicysFolder_isRefused(String lock, @TempDir Path folder)
      throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.createDirectory(inner.resolve("inside"));
    Files.createSymbolicLink(
        inner.resolve("linked"), Files.createDirectory(folder.resolve("outside")));

    assertThatThrownBy(() -> lockPlace(inner, lock)).hasMessageContaining("outside the policy's");
  }

  @Test
  void absoluteLock_isRefusedOutsideOfThePolicysFolder(@TempDir Path folder) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));

    assertThatThrownBy(() -> lockPlace(inner, folder.resolve("lock.json").toString()))
        .hasMessageContaining("outside the policy's folder");
    assertThat(lockPlace(inner, "new/folder/lock.json"))
        .contains(inner.resolve("new/folder/lock.json"));
  }

  private static Optional<Path> lockPlace(Path folder, String lock) throws Exception {
    Path policy =
        Files.writeString(
            folder.resolve("visibuild-policy.json"),
            "{\"version\": 1, \"lock\": \"%s\"}".formatted(lock));
    return TeamPolicy.lockPlace(Optional.of(policy), Optional.empty());
  }

  @Test
  void lockOutsideOfThePolicysFolder_isRefused(@TempDir Path folder) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path policy =
        Files.writeString(
            inner.resolve("visibuild-policy.json"), "{\"version\": 1, \"lock\": \"../x\"}");
    assertThatThrownBy(() -> TeamPolicy.lockPlace(Optional.of(policy), Optional.empty()))
        .hasMessageContaining("the lock \"../x\" is outside the policy's folder");
  }
}
