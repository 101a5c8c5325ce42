package visibuild.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import visibuild.fixture.ChildJvm;

/** The main paths of the runtime with the oldest and the newest OkHttp that it works with. */
@Tag("slow")
@Timeout(180)
class OkHttpVersionsTest {
  private static final Path OKHTTP_4 = Path.of("target", "okhttp-4").toAbsolutePath();

  @Test
  void corePaths_passWithTheOkHttpThatRetrofitBrings() throws Exception {
    String rest =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !isOfOkHttp(new File(entry).getName()))
            .collect(Collectors.joining(File.pathSeparator));
    String oldest =
        Stream.of("okhttp-4.12.0.jar", "okio-jvm-3.6.0.jar")
            .map(jar -> OKHTTP_4.resolve(jar).toString())
            .collect(Collectors.joining(File.pathSeparator));

    Process program =
        ChildJvm.start(oldest + File.pathSeparator + rest, CorePaths.class, List.of());

    assertThat(ChildJvm.said(program)).endsWith("passed with OkHttp 4.12.0");
  }

  @Test
  void corePaths_passWithTheNewestOkHttp() throws Exception {
    Process program = ChildJvm.start(CorePaths.class, List.of());

    assertThat(ChildJvm.said(program)).contains("passed with OkHttp 5.");
  }

  private static boolean isOfOkHttp(String jar) {
    return jar.startsWith("okhttp") || jar.startsWith("okio") || jar.startsWith("mockwebserver");
  }
}
