package visibuild.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;

/** Each seeded drift of the sandbox is reported, at the request that drifted. */
@Tag("slow")
class DriftTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final DoctorReport BASELINE = Examination.of(SANDBOX);
  private static final long SEED = 20261127;

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("drifts")
  void everyDrift_isReported(Drift drift) {
    List<String> differences = Examination.of(SANDBOX, drift.change()).differences();

    for (String expected : drift.expected()) {
      assertThat(differences)
          .as(expected)
          .anyMatch(line -> drift.isPlaceOf(line) && line.contains(expected));
    }
    if (drift.isIsolated()) {
      assertThat(differences).allMatch(drift::isPlaceOf);
    }
  }

  @Test
  void thereAreEnoughDrifts() {
    assertThat(drifts()).hasSizeGreaterThan(100);
  }

  @Test
  void everyRequest_isARead() {
    Examination.of(SANDBOX, drifts().get(0).change());

    assertThat(SANDBOX.apiRequests())
        .isNotEmpty()
        .extracting(ApiRequest::method)
        .containsOnly("GET");
    assertThat(SANDBOX.tokenRequests())
        .isNotEmpty()
        .allSatisfy(request -> assertThat(request.requestedScope()).isEqualTo("read"));
  }

  static List<Drift> drifts() {
    Drifts drifts = new Drifts(BASELINE, SEED);
    return List.of(drifts.all(3).toList(), drifts.others().toList()).stream()
        .flatMap(List::stream)
        .toList();
  }
}
