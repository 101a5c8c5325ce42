package visibuild.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;
import static visibuild.audit.Samples.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import visibuild.audit.Findings;
import visibuild.audit.compare.Comparison;
import visibuild.policy.Descriptor;

/** The page on a wide and a narrow screen, light and dark, and with the keyboard alone. */
@Tag("slow")
class PageLayoutTest {
  private static final int WIDE = 1280;
  private static final int NARROW = 375;
  private static final Map<String, Findings> PAGES =
      Map.of(
          "one",
          ReportSamples.approved(),
          "four",
          ReportSamples.fourPrograms(),
          "unchecked",
          Findings.about(List.of(program("desk", TICKETS, VISIS))).on(ReportSamples.TODAY),
          "unknown",
          Findings.about(List.of(program("legacy-export"))).on(ReportSamples.TODAY),
          "compared",
          compared(),
          "long",
          longNames());

  private static Browser browser;

  @BeforeAll
  static void openABrowser() throws IOException {
    browser = Browser.open();
  }

  @AfterAll
  static void closeIt() {
    if (browser != null) {
      browser.close();
    }
  }

  static Stream<Arguments> screens() {
    return PAGES.keySet().stream()
        .sorted()
        .flatMap(
            page ->
                Stream.of(WIDE, NARROW)
                    .flatMap(
                        width ->
                            Stream.of("light", "dark")
                                .map(scheme -> Arguments.of(page, width, scheme))));
  }

  @ParameterizedTest
  @MethodSource("screens")
  void page_fitsTheScreenAndIsReadable(String page, int width, String scheme) throws IOException {
    show(page, width, scheme);
    browser.picture("%s-%d-%s".formatted(page, width, scheme));

    assertThat(texts(BEYOND_THE_EDGE)).as("elements beyond the edge").isEmpty();
    WebElement root = browser.driver().findElement(By.tagName("html"));
    assertThat(number(root, "scrollWidth")).isEqualTo(number(root, "clientWidth"));
    assertThat(texts(FAINT)).as("texts with a contrast below 4.5").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void threeQuestions_standOnTheFirstScreen(String page, int width, String scheme)
      throws IOException {
    show(page, width, scheme);
    List<String> questions =
        browser.driver().findElements(By.cssSelector(".answer > h2")).stream()
            .map(WebElement::getText)
            .toList();

    assertThat(questions)
        .containsExactly("What can it do?", "Does the policy hold?", "Who approved each write?");
    assertThat(texts(BELOW_THE_FIRST_SCREEN)).as("below the first screen").isEmpty();
  }

  @Test
  void fourPrograms_fitTheMatrixOfAWideScreen() throws IOException {
    show("four", WIDE, "light");
    WebElement table = browser.driver().findElement(By.className("scroll"));

    assertThat(number(table, "scrollWidth")).isEqualTo(number(table, "clientWidth"));
  }

  @Test
  void matrixThatIsTooWide_scrollsByKeyboard() throws IOException {
    show("four", NARROW, "light");
    WebElement table = browser.driver().findElement(By.className("scroll"));
    assertThat(number(table, "scrollWidth")).isGreaterThan(number(table, "clientWidth"));

    table.sendKeys(Keys.END);
    table.sendKeys(Keys.ARROW_RIGHT);

    assertThat(
            browser
                .driver()
                .executeAsyncScript(
                    "const [table, done] = arguments;"
                        + " const look = () => table.scrollLeft > 0"
                        + " ? done(true) : requestAnimationFrame(look); look();",
                    table))
        .isEqualTo(true);
  }

  @Test
  void unknownProgram_looksUnlikeOneThatOnlyReads() throws IOException {
    show("four", WIDE, "light");
    WebElement unknown = browser.driver().findElement(By.cssSelector(".program.unknown"));
    WebElement reads = browser.driver().findElement(By.cssSelector(".program.read"));

    assertThat(unknown.getText()).contains("unknown (no client found)");
    assertThat(unknown.getCssValue("border-top-style")).isEqualTo("dashed");
    assertThat(unknown.getCssValue("background-color"))
        .isNotEqualTo(reads.getCssValue("background-color"));
    assertThat(unknown.findElement(By.tagName("strong")).getCssValue("color"))
        .isNotEqualTo(reads.findElement(By.tagName("strong")).getCssValue("color"));
  }

  @ParameterizedTest
  @MethodSource("screens")
  void everyControl_isReachedByTabAndShowsItsFocus(String page, int width, String scheme)
      throws IOException {
    show(page, width, scheme);
    long controls = (long) browser.driver().executeScript(COUNT_CONTROLS);
    List<String> reached = new ArrayList<>();
    browser.press(Keys.TAB);
    for (long i = 0; i < controls; i++) {
      reached.add(String.valueOf(browser.driver().executeScript(FOCUS)));
      browser.press(Keys.TAB);
    }

    assertThat(reached).doesNotHaveDuplicates().hasSize((int) controls);
    assertThat(reached).as("without a visible focus").noneMatch(each -> each.startsWith("!"));
    assertThat(reached.get(0).equals("Skip to the calls")).isNotEqualTo(page.equals("unknown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"long", "one", "four"})
  void longName_breaksAtItsWordsOnANarrowPage(String page) throws IOException {
    show(page, NARROW, "light");
    browser.driver().executeScript(OPEN_PATHS);
    browser.picture(page + "-names");

    assertThat(texts(BREAKS_WITHIN_WORDS)).as("names broken within a word").isEmpty();
    assertThat((long) browser.driver().executeScript(BROKEN_NAMES))
        .isGreaterThan(page.equals("long") ? 8 : 0);
  }

  @Test
  void callPath_opensByKeyboard() throws IOException {
    show("one", WIDE, "light");
    WebElement trace = browser.driver().findElement(By.cssSelector(".trace"));
    trace.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);

    assertThat(trace.getText())
        .contains(
            "Call path: 3 steps",
            "com.acme.desk.cli.Main.main",
            "com/acme/desk/cli/Main.java:21",
            "com/acme/desk/Desk.java:48",
            "called as a java.lang.Runnable",
            "com.acme.TicketsApiClient.open");
  }

  private static void show(String page, int width, String scheme) throws IOException {
    browser.emulate("screen", scheme);
    browser.size(width, width == WIDE ? 800 : 812);
    browser.show(Objects.requireNonNull(PAGES.get(page)));
  }

  private static Findings compared() {
    return Findings.about(List.of(program("desk", TICKETS, VISIS)))
        .with(
            Comparison.of(
                program("desk-1", VISIS, api("com.acme.OldApi", call("all", "GET", "tags", 3))),
                program("desk", TICKETS, VISIS)))
        .on(ReportSamples.TODAY);
  }

  private static Findings longNames() {
    Descriptor api =
        api(
            "com.acme.construction.inspections.SubcontractorInspectionAppointmentsApi",
            call(
                "rescheduleAppointmentsOfSubcontractor",
                "POST",
                "projects/{projectId}/subcontractorInspectionAppointments/{appointmentId}/reschedule",
                117),
            call("listHTTPCallbacks", "GET", "projects/{projectId}/callbackRegistrations", 131));
    return Findings.about(
            List.of(
                ReportSamples.reached(
                    program("subcontractorInspectionSynchronization", api), Set.of(api))))
        .on(ReportSamples.TODAY);
  }

  private static List<?> texts(String script) {
    return (List<?>) browser.driver().executeScript(script);
  }

  private static long number(WebElement element, String property) {
    return (long) browser.driver().executeScript("return arguments[0]." + property, element);
  }

  private static final String BEYOND_THE_EDGE =
      """
      return [...document.querySelectorAll('body *')]
        .filter(e => !e.closest('.scroll, .skip, .hidden, svg'))
        .filter(e => e.getClientRects().length > 0)
        .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 || e.getBoundingClientRect().left < -0.5)
        .map(e => e.className + ': ' + e.textContent.slice(0, 60));
      """;

  private static final String OPEN_PATHS =
      "document.querySelectorAll('details').forEach(details => { details.open = true; })";

  /** The ends of lines in names: the characters before and after each, with the text. */
  private static final String LINE_ENDS =
      """
      const ends = [];
      for (const e of document.querySelectorAll('h1, h3, .path, .where, .origin, .step, .method b, .approvers .what, th')) {
        const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
        let before = null;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (let i = 0; i < node.length; i++) {
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const box = range.getClientRects()[0];
            if (before && /\\s/.test(node.data[i])) { before.character = ' '; continue; }
            if (!box || box.width === 0) { continue; }
            const now = { character: node.data[i], middle: (box.top + box.bottom) / 2, top: box.top, bottom: box.bottom };
            if (before && now.top >= before.bottom - 1) {
              ends.push([before.character, now.character, e.textContent.trim().slice(0, 60)]);
            }
            before = now;
          }
        }
      }
      """;

  private static final String BREAKS_WITHIN_WORDS =
      LINE_ENDS
          + """
          return ends
            .filter(([before, after]) => /[\\w}]/.test(before) && /[\\w{]/.test(after))
            .filter(([before, after]) => !/[A-Z]/.test(after))
            .map(([before, after, text]) => before + '|' + after + ' in ' + text);
          """;

  private static final String BROKEN_NAMES =
      LINE_ENDS
          + "return ends.filter(([before, after]) => before !== ' ' && after !== ' ').length;";

  private static final String BELOW_THE_FIRST_SCREEN =
      """
      return [...document.querySelectorAll('h1, .answer > h2, .answer .headline')]
        .filter(e => e.getBoundingClientRect().bottom > innerHeight)
        .map(e => e.textContent);
      """;

  private static final String FAINT =
      """
      const parse = text => text.match(/[\\d.]+/g).map(Number);
      const over = (top, below) => {
        const alpha = top[3] ?? 1;
        return [0, 1, 2].map(i => top[i] * alpha + below[i] * (1 - alpha));
      };
      const ground = element => {
        const own = parse(getComputedStyle(element).backgroundColor);
        return element.parentElement && (own[3] ?? 1) < 1
          ? over(own, ground(element.parentElement)) : over(own, [255, 255, 255]);
      };
      const light = colour => {
        const [r, g, b] = colour.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = element => {
        const below = ground(element);
        const [a, b] = [light(over(parse(getComputedStyle(element).color), below)), light(below)];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      };
      return [...document.querySelectorAll('body *')]
        .filter(e => e.getClientRects().length > 0)
        .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
        .filter(e => contrast(e) < 4.5)
        .map(e => e.tagName + '.' + e.className + ' ' + contrast(e).toFixed(2) + ': ' + e.textContent.slice(0, 40));
      """;

  private static final String COUNT_CONTROLS =
      """
      return [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
        .filter(e => e.getClientRects().length > 0).length;
      """;

  /** The focused element by a text that tells it from others; ! before it if nothing shows it. */
  private static final String FOCUS =
      """
      const e = document.activeElement;
      const ring = e.closest('.search') ?? e;
      const style = getComputedStyle(ring);
      const box = ring.getBoundingClientRect();
      const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0;
      const all = [...document.querySelectorAll('*')].filter(o => o.tagName === e.tagName);
      const name = e.classList.contains('skip') ? e.textContent
        : e.tagName + all.indexOf(e) + ' ' + (e.getAttribute('aria-label') ?? e.textContent.slice(0, 30));
      return (seen ? '' : '!') + name;
      """;
}
