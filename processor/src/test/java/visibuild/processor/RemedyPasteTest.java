package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.ReportedProblems;

/**
 * The code in a message's remedy compiles when it replaces the code that the message is about,
 * which stands between {@code ‹} and {@code ›} here.
 */
@Tag("slow")
class RemedyPasteTest {
  /** The code of a remedy, up to the end of its sentence or the next choice. */
  private static final Pattern CODE =
      Pattern.compile(
          "^(?:.*?(?:such as|decoded to:|types out:)|Write|Return|Did you mean|Add a parameter:) (.+?)"
              + "(?:\\?|\\.$|; |: | for |, (?!String|Object|List)| or | to |\\. )");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "‹@GET(\"/tickets/{id}\")› Ticket get(@Path(\"id\") String id);",
        "‹@GET(\"https://host/api/core/v1/tickets\")› List<Ticket> list();",
        "‹@GET(\"api/core/v1/tickets\")› List<Ticket> list();",
        "‹@GET› List<Ticket> list();",
        "@GET(\"tickets/{id}\") Ticket get(‹@Path(\"ID\")› String id);",
        "@GET(\"tickets/{ticket-id}\") Ticket get(‹›);",
        "@GET(\"x\") ‹List› list();",
        "@GET(\"x\") ‹Map› get();",
        "@GET(\"x\") ‹Map<String, List>› get();",
        "@GET(\"x\") ‹retrofit2.Call<?>› get();",
        "@GET(\"x\") ‹List<? extends Ticket>› get();",
        "@GET(\"x\") ‹Stream<Ticket>› get();",
        "@GET(\"x\") ‹Iterable<Ticket>› get();",
        "@GET(\"x\") ‹Page<Ticket>› get();",
        "@GET(\"x\") ‹Flow.Publisher<Ticket>› get();",
        "@GET(\"x\") ‹Future<Ticket>› get();",
        "@GET(\"x\") ‹CompletionStage<Ticket>› get();",
        "@GET(\"x\") ‹RunnableFuture<Ticket>› get();",
        "@GET(\"x\") ‹SubmissionPublisher<Ticket>› get();",
        "@GET(\"x\") ‹kotlin.Lazy<Ticket>› get();",
        "@GET(\"x\") ‹ListIterator<Ticket>› get();",
        "@GET(\"x\") ‹OptionalInt› get();",
        "@GET(\"x\") ‹java.io.InputStream› get();",
        "@GET(\"x\") ‹Void› get();",
        "@GET(\"x\") ‹CompletableFuture<Call<Ticket>>› get();",
        "@GET(\"x\") ‹Optional<Void>› get();",
        "@HEAD(\"x\") ‹Ticket› get();",
        "@PUT(\"x\") ‹Optional<Ticket>› put();",
        "@GET(\"x\") Ticket get(@Query(\"since\") ‹Date since›);",
        "@GET(\"x\") Ticket get(@Query(\"since\") ‹Calendar since›);",
        "@GET(\"x\") Ticket get(@Query(\"a\") ‹Optional<String> a›);",
        "@GET(\"x/{a}\") Ticket get(@Path(\"a\") ‹List<String> a›);",
        "@GET(\"x/{a}\") Ticket get(@Path(\"a\") ‹Map<String, String> a›);",
        "@Multipart @POST(\"x\") void send(@Part(\"a\") ‹java.nio.file.Path a›);",
        "@GET(\"x\") Ticket get(@QueryMap ‹Map<String, List<String>> a›);",
        "@GET(\"x\") Ticket get(@QueryMap ‹Map a›);",
        "@GET(\"x\") Ticket get(@QueryMap ‹Map<Integer, String> a›);",
        "@GET(\"x\") Ticket get(@Query(\"a\") ‹List a›);",
        "@GET(\"x\") Ticket get(@Query(\"a\") ‹java.nio.file.Path a›);",
        "@GET(\"x\") Ticket get(@Query(\"a\") ‹List<? extends CharSequence> a›);",
        "@GET(\"x\") Ticket get(‹@Query(\"\")› String b);",
        "@GET(\"x\") Ticket get(‹@Header(\"Accept Language\")› String a);"
      })
  void codeOfARemedy_compilesInPlaceOfTheMistake(String members) {
    String mistake = members.replaceAll("[‹›]", "");
    String remedy =
        problemsIn(mistake).stream()
            .filter(message -> message.startsWith("[visibuild/"))
            .findFirst()
            .map(message -> message.lines().skip(1).findFirst().orElse("").strip())
            .orElseThrow();
    Matcher code = CODE.matcher(remedy);
    assertThat(code.find()).as(remedy).isTrue();
    String pasted = members.replaceAll("‹[^›]*›", Matcher.quoteReplacement(code.group(1)));

    assertThat(problemsIn(pasted)).as(pasted).isEmpty();
  }

  private static List<String> problemsIn(String members) {
    List<JavaFileObject> sources = new ArrayList<>();
    sources.add(
        JavaFileObjects.forSourceString(
            "api.Ticket", "package api; public record Ticket(String id) {}"));
    sources.add(
        Compiling.source(
            "Api",
            "import okhttp3.ResponseBody; import retrofit2.Call; import retrofit2.Response;"
                + " @VisibuildApi(scope = Scope.READ_WRITE) interface Api { "
                + members
                + " @DELETE(\"rest\") void rest(); }"));
    return ReportedProblems.of(sources);
  }
}
