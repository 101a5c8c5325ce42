package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixedHeadersTest {
  @Test
  void headersThatCanChangeTheMeaning_areKeptNormalizedAndSorted() {
    assertThat(
            FixedHeaders.of(
                List.of(
                    "X-HTTP-Method-Override :  DELETE ",
                    "Prefer: return=minimal",
                    "content-type: application/json",
                    "PREFER:return=minimal",
                    "X-Unknown: a:b")))
        .containsExactly(
            "content-type: application/json",
            "prefer: return=minimal",
            "x-http-method-override: DELETE",
            "x-unknown: a:b");
  }

  @Test
  void harmlessHeaders_areLeftOut() {
    assertThat(
            FixedHeaders.of(
                List.of("Accept: application/json", "Accept-Language: en", "User-Agent: x/1")))
        .isEmpty();
  }

  @Test
  void valueThatMayBeASecret_isLeftOut() {
    assertThat(FixedHeaders.of(List.of("X-Api-Key: 4711", "Cookie: a=b", "X-Auth: c")))
        .containsExactly("cookie", "x-api-key", "x-auth");
  }

  @Test
  void descriptorAndLock_keepHeaders() throws MalformedFileException {
    Descriptor api = api("prefer: return=minimal");
    Lock lock = Lock.of("lock.json", List.of(api));

    assertThat(DescriptorFile.read("d", Examples.bytes(DescriptorFile.write(api)))).isEqualTo(api);
    assertThat(LockFile.read("lock.json", Examples.bytes(LockFile.write(lock)))).isEqualTo(lock);
    assertThat(LockFile.write(lock)).contains("\"headers\": [\"prefer: return=minimal\"]");
  }

  @Test
  void changedHeader_isANewWrite() {
    PolicyCheck check =
        PolicyCheck.of(
            List.of(),
            Optional.of(Lock.of("lock.json", List.of(api("prefer: return=minimal")))),
            LocalDate.EPOCH);

    assertThat(check.violationsOf(List.of(api("prefer: return=minimal")))).isEmpty();
    assertThat(check.violationsOf(List.of(api("x-mode: purge"))))
        .extracting(Violation::rule)
        .containsExactly(Rule.WRITE_NOT_LOCKED, Rule.LOCK_OUTDATED);
    assertThat(check.violationsOf(api("x-mode: purge")).get(0).problem())
        .contains("with the headers x-mode: purge", "headers prefer: return=minimal");
  }

  private static Descriptor api(String header) {
    return new Descriptor(
        "com.acme.A",
        "com.acme.AClient",
        Access.READ_WRITE,
        "",
        Optional.empty(),
        List.of(
            new MethodDescriptor(
                "open",
                List.of(),
                "POST",
                "p",
                List.of(header),
                Access.READ_WRITE,
                Reason.VERB,
                Optional.empty())));
  }
}
