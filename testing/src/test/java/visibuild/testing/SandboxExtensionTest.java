package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import visibuild.InsufficientScopeException;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.WriteAccess;

class SandboxExtensionTest {
  /** The arguments that the classes below got, for the test that runs them. */
  private static final List<VisibuildSandbox> SEEN = new CopyOnWriteArrayList<>();

  @Test
  void parametersOfEveryTypeAreFilledIn() {
    run(AsksForAll.class).assertStatistics(stats -> stats.started(1).succeeded(1));
  }

  @Test
  void eachTestHasASandboxOfItsOwnThatBeforeEachShares() {
    SEEN.clear();

    run(AsksTwice.class).assertStatistics(stats -> stats.started(2).succeeded(2));

    assertThat(SEEN).hasSize(4);
    assertThat(SEEN.get(0)).isSameAs(SEEN.get(1));
    assertThat(SEEN.get(2)).isSameAs(SEEN.get(3)).isNotSameAs(SEEN.get(0));
  }

  @Test
  void sandboxIsClosedAfterItsTest() {
    SEEN.clear();

    run(AsksTwice.class);

    assertThat(SEEN).isNotEmpty().noneMatch(SandboxExtensionTest::listens);
  }

  @Test
  void nestedClassSharesTheAnnotation() {
    run(HasNested.class).assertStatistics(stats -> stats.started(1).succeeded(1));
  }

  @Test
  void credentialThatOnlyReadsGivesNoWriteAccess() {
    run(WantsToWriteAndMayNot.class)
        .assertThatEvents()
        .haveExactly(1, finishedWithFailure(instanceOf(ParameterResolutionException.class)));
    assertThat(
            run(WantsToWriteAndMayNot.class).failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow().getCause()))
        .hasOnlyElementsOfType(InsufficientScopeException.class);
  }

  @Test
  void seedOfTheAnnotationCounts() {
    run(HasAnotherSeed.class).assertStatistics(stats -> stats.succeeded(1));
  }

  @Test
  void sandboxOfTheAnnotation_isStrictUnlessSwitchedOff() {
    run(RequestsAnUnknownParameter.class).assertStatistics(stats -> stats.succeeded(1));
    run(RequestsAnUnknownParameterLeniently.class).assertStatistics(stats -> stats.succeeded(1));
  }

  @Test
  void constructorNamesTheFactoryToUse() {
    run(AsksInItsConstructor.class)
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                message(text -> text.contains("ask for it in the test method or in @BeforeEach"))));
  }

  @VisibuildSandboxTest
  static class AsksForAll {
    @Test
    void hasAll(
        VisibuildSandbox sandbox, Visibuild visibuild, ReadAccess reads, WriteAccess writes) {
      assertThat(sandbox.baseUrl()).startsWith("http://127.0.0.1:");
      assertThat(List.of(visibuild, reads, writes)).doesNotContainNull();
    }
  }

  @VisibuildSandboxTest
  static class AsksTwice {
    @BeforeEach
    void see(VisibuildSandbox sandbox) {
      SEEN.add(sandbox);
    }

    @Test
    void one(VisibuildSandbox sandbox) {
      SEEN.add(sandbox);
    }

    @Test
    void other(VisibuildSandbox sandbox) {
      SEEN.add(sandbox);
    }
  }

  @VisibuildSandboxTest(scope = Scope.READ)
  static class HasNested {
    @Nested
    class Inner {
      @Test
      void asks(VisibuildSandbox sandbox, ReadAccess reads) {
        assertThat(reads).isNotNull();
        assertThat(new Web(sandbox).get("/api/core/v1/projects").status()).isEqualTo(200);
      }
    }
  }

  @VisibuildSandboxTest(scope = Scope.READ)
  static class WantsToWriteAndMayNot {
    @Test
    void asks(WriteAccess writes) {
      assertThat(writes).isNull();
    }
  }

  @VisibuildSandboxTest(seed = 7)
  static class HasAnotherSeed {
    @Test
    void asks(VisibuildSandbox sandbox) {
      try (VisibuildSandbox same = VisibuildSandbox.builder().seed(7).start()) {
        Map<String, String> own = sandbox.environment(Scope.READ);

        assertThat(own.get("VISIBUILD_CLIENT_ID"))
            .isEqualTo(same.environment(Scope.READ).get("VISIBUILD_CLIENT_ID"));
      }
    }
  }

  @VisibuildSandboxTest
  static class RequestsAnUnknownParameter {
    @Test
    void isRefused(VisibuildSandbox sandbox) {
      assertThat(new Web(sandbox).get("/api/core/v1/projects?active=true").status()).isEqualTo(400);
    }
  }

  @VisibuildSandboxTest(strict = false)
  static class RequestsAnUnknownParameterLeniently {
    @Test
    void isServed(VisibuildSandbox sandbox) {
      assertThat(new Web(sandbox).get("/api/core/v1/projects?active=true").status()).isEqualTo(200);
    }
  }

  @VisibuildSandboxTest
  static class AsksInItsConstructor {
    AsksInItsConstructor(VisibuildSandbox sandbox) {
      SEEN.add(sandbox);
    }

    @Test
    void neverRuns() {
      throw new AssertionError("This class cannot be made.");
    }
  }

  private static Events run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(testClass))
        .execute()
        .testEvents();
  }

  private static boolean listens(VisibuildSandbox sandbox) {
    URI origin = URI.create(sandbox.baseUrl());
    try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
