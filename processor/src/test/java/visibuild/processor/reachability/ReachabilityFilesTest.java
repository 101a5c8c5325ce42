package visibuild.processor.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.model.ReachabilityMetadata;
import visibuild.processor.model.ReachedType;
import visibuild.processor.model.ReachedType.Extent;

/** The lines of {@link ShrinkerRules} and {@link NativeImageMetadata} for each kind of access. */
class ReachabilityFilesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "OPEN_ENUM | -keep class * extends a.B { *; }",
        "MEMBERS | -keep class a.B { *; }",
        "CONSTRUCTORS | -keep class a.B { <init>(...); }",
        "PARENT | -keep,allowobfuscation,allowshrinking class a.B",
        "NAME | -keep,allowobfuscation,allowshrinking class a.B",
        "ITSELF | -keep class a.B",
        "CONSTANT | nothing",
        "ARRAY | nothing"
      })
  void shrinkerRules_keepWhatIsAccessed(Extent extent, String rule) {
    String rules = ShrinkerRules.write(reached("a.B", extent));

    if (rule == null) {
      assertThat(rules).doesNotContain("a.B");
    } else {
      assertThat(rules).contains("-if class api.SitesClient\n" + rule + "\n");
    }
  }

  @Test
  void shrinkerRules_leaveOutThePlatform() {
    assertThat(ShrinkerRules.write(reached("java.util.List", Extent.MEMBERS)))
        .doesNotContain("java.util.List");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "OPEN_ENUM | , \"allDeclaredConstructors\": true, \"allDeclaredMethods\": true, \"allDeclaredFields\": true}",
        "CONSTANT | , \"allDeclaredConstructors\": true, \"allDeclaredMethods\": true, \"allDeclaredFields\": true}",
        "PARENT | , \"allDeclaredMethods\": true, \"allDeclaredFields\": true}",
        "CONSTRUCTORS | , \"allDeclaredConstructors\": true}",
        "ITSELF | }",
        "ARRAY | }",
        "NAME | nothing"
      })
  void nativeImageMetadata_registersWhatIsAccessed(Extent extent, String flags) {
    String metadata = NativeImageMetadata.write(reached("a.B", extent));

    if (flags == null) {
      assertThat(metadata).doesNotContain("a.B");
    } else {
      assertThat(metadata)
          .contains(
              "{\"condition\": {\"typeReached\": \"api.SitesClient\"}, \"type\": \"a.B\"" + flags);
    }
  }

  @Test
  void files_areNamedByTheClient() {
    ReachabilityMetadata none =
        new ReachabilityMetadata(ClassName.get("api", "SitesClient"), List.of());

    assertThat(ShrinkerRules.placeOf(none))
        .isEqualTo("META-INF/proguard/visibuild-api.SitesClient.pro");
    assertThat(NativeImageMetadata.placeOf(none))
        .isEqualTo(
            "META-INF/native-image/io.github.visibuild-java/api.SitesClient/reachability-metadata.json");
  }

  private static ReachabilityMetadata reached(String name, Extent extent) {
    return new ReachabilityMetadata(
        ClassName.get("api", "SitesClient"), List.of(new ReachedType(name, extent)));
  }
}
