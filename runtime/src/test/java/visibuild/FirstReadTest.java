package visibuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.fixture.ChildJvm;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** The classes that a program loads until its first response, for which each start pays. */
@Tag("slow")
class FirstReadTest {
  private static final String OURS = "visibuild.internal.";

  /** The JVM makes a class for each lambda at its first use. */
  private static final int MOST_LAMBDAS = 14;

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  private List<String> loaded = List.of();

  @BeforeEach
  void read() throws IOException {
    server.calls(Replies.json(Replies.PROJECT));
    String output =
        ChildJvm.said(
            ChildJvm.start(
                OneReadProgram.class, List.of("-Xlog:class+load"), server.url("/").toString()));
    assertThat(output).contains("status 200");
    loaded = output.lines().takeWhile(line -> !line.contains("status 200")).toList();
  }

  @Test
  void firstRead_linksFewLambdas() {
    assertThat(loaded)
        .filteredOn(line -> line.contains(" visibuild.") && line.contains("$$Lambda"))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(MOST_LAMBDAS);
  }

  @Test
  void firstRead_loadsNoClassOfFailuresOrOfUnusedSettings() {
    assertThat(loaded)
        .anyMatch(line -> line.contains(OURS + "auth.grant.AccessTokenResponse"))
        .noneMatch(line -> line.contains(OURS + "auth.grant.TokenErrorResponse"))
        .noneMatch(line -> line.contains(OURS + "auth.grant.SecretReader"))
        .noneMatch(line -> line.contains(OURS + "auth.shared."))
        .noneMatch(line -> line.contains(OURS + "base.SecretSpellings"))
        .noneMatch(line -> line.contains(OURS + "json.SnakeCase"))
        .noneMatch(line -> line.contains(OURS + "log.HttpLog"))
        .noneMatch(line -> line.contains(OURS + "retry.Wait"));
  }

  @Test
  void firstRead_opensNoResourceAndGeneratesNoMethodOfRecords() {
    assertThat(loaded)
        .noneMatch(line -> line.contains(" java.net.URLConnection "))
        .noneMatch(line -> line.contains("java.lang.runtime.ObjectMethods"));
  }
}
