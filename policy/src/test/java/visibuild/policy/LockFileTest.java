package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
