package visibuild.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;
import static visibuild.audit.Samples.program;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import visibuild.audit.Findings;
import visibuild.audit.Samples;
import visibuild.audit.Verdict;
import visibuild.policy.MethodDescriptor;

class HtmlReportTest {
  @Test
  void markupInNamesIsShownAndNotObeyed() {
    MethodDescriptor hostile =
        call("<img src=x onerror=alert(1)>", "GET", "a/\"><script>x</script>", 1);
    String page = print("</title><script>alert(1)</script>", hostile);
    assertThat(page).containsOnlyOnce("<script>").doesNotContain("<img", "alert(1)</script>");
  }

  @Test
  void onlyTheOneScriptAndStyleMayRun() {
    String page = print("desk");
    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src "
                + PagePart.hash(between(page, "<style>", "</style>"))
                + "; script-src "
                + PagePart.hash(between(page, "<script>", "</script>"))
                + "; base-uri 'none'; form-action 'none'\"");
  }

  @Test
  void pageAsksTheNetworkForNothing() {
    String page = print("desk");
    assertThat(Pattern.compile("(src|href)=\"(?!#)|url\\(|@import|https?:").matcher(page).find())
        .isFalse();
  }

  private static String print(String name, MethodDescriptor... methods) {
    return Format.HTML.render(
        Findings.about(List.of(program(name, TICKETS, api("com.acme.Api", methods)))),
        SourceRoots.NONE);
  }

  private static String between(String text, String start, String end) {
    return text.substring(text.indexOf(start) + start.length(), text.indexOf(end));
  }

  @Test
  void clientWithoutDescriptor_isNoPolicyThatHolds() {
    Verdict verdict =
        new Verdict(List.of("policy.json"), List.of(), List.of("com.acme.Odd has no descriptor"));
    String page =
        Format.HTML.render(
            Findings.about(List.of(Samples.program("desk", Samples.VISIS))).with(verdict),
            SourceRoots.NONE);
    assertThat(page.replace("<wbr>", ""))
        .contains("The policy cannot be checked", "com.acme.Odd has no descriptor")
        .doesNotContain("The policy holds");
  }
}
