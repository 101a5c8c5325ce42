package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.processor.RemedyOfEachRuleTest.Remedy;

/** The code that a message recommends for an interface in Kotlin is Kotlin, and compiles. */
@Tag("slow")
class KotlinRemedyTest {
  private static final String IMPORTS =
      """
      package api
      import okhttp3.*
      import retrofit2.Call
      import retrofit2.Response
      import retrofit2.http.*
      import retrofit2.http.Headers
      import retrofit2.http.Tag
      import visibuild.*
      data class Ticket(val id: String)
      data class Project(val id: String)
      """;

  @TempDir private Path folder;

  @Test
  void codeOfTheRemedy_compilesInPlaceOfTheMistake() throws Exception {
    List<Remedy> remedies = remedies();

    List<String> messages =
        Arrays.asList(
            kapt("mistakes", remedies.stream().map(Remedy::mistake).toList())
                .split("(?=\\[visibuild/)"));

    List<String> missing = new ArrayList<>();
    for (int i = 0; i < remedies.size(); i++) {
      Remedy remedy = remedies.get(i);
      Pattern hint = Pattern.compile("(?<![\\w(])" + Pattern.quote(code(remedy, i)) + "(?!\\w)");
      Pattern name = Pattern.compile("\\bApi" + i + "\\b");
      if (messages.stream()
          .filter(message -> message.startsWith("[visibuild/" + remedy.rule() + "]"))
          .filter(message -> name.matcher(message).find())
          .noneMatch(message -> hint.matcher(message).find())) {
        missing.add(
            remedy
                + ": "
                + messages.stream().filter(message -> name.matcher(message).find()).toList());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(kapt("corrected", remedies.stream().map(Remedy::corrected).toList())).isEmpty();
  }

  private static String code(Remedy remedy, int number) {
    return named(remedy.code(), number);
  }

  private static String named(String text, int number) {
    return text.replaceAll("\\bApi\\b", "Api" + number);
  }

  private String kapt(String name, List<String> sources) throws IOException, InterruptedException {
    StringBuilder file = new StringBuilder(IMPORTS);
    for (int i = 0; i < sources.size(); i++) {
      String source = sources.get(i);
      String whole =
          source.contains("@VisibuildApi")
              ? source
              : "@VisibuildApi(scope = Scope.READ_WRITE) interface Api { "
                  + source
                  + "; @DELETE(\"rest\") fun rest() }";
      file.append("class Outer").append(i).append(" { ").append(named(whole, i)).append(" }\n");
    }
    Path root = Files.createDirectories(folder.resolve(name));
    Files.writeString(root.resolve("SitesApi.kt"), file);
    return new KotlinBuild(root, root).kapt();
  }

  private static List<Remedy> remedies() throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources", "remedies", "kotlin.txt"))
        .stream()
        .filter(line -> !line.startsWith("#"))
        .map(Remedy::of)
        .collect(Collectors.toList());
  }
}
