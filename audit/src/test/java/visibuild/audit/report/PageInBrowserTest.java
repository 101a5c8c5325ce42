package visibuild.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;
import static visibuild.audit.Samples.program;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.print.PrintOptions;
import visibuild.audit.Findings;
import visibuild.audit.compare.Comparison;

/** The behaviour of the page in a browser. */
@Tag("slow")
class PageInBrowserTest {
  private static Browser opened;
  private static ChromeDriver browser;

  @BeforeAll
  static void openABrowser() throws IOException {
    opened = Browser.open();
    browser = opened.driver();
  }

  @AfterAll
  static void closeIt() {
    if (opened != null) {
      opened.close();
    }
  }

  @BeforeEach
  void openThePage() throws IOException {
    opened.emulate("", "");
    opened.size(1280, 1000);
    opened.show(findings());
  }

  @Test
  void pageLoadsWithoutARemarkOfTheBrowser() {
    List<LogEntry> remarks = browser.manage().logs().get(LogType.BROWSER).getAll();
    assertThat(remarks).isEmpty();
  }

  @Test
  void matrixCountsReadsAndWrites() {
    assertThat(cell("tickets: 1 write of desk, some added").getText()).startsWith("1");
    assertThat(cell("tickets: 1 read of desk, some added").getText()).startsWith("1");
    assertThat(cell("tags: 0 reads of desk, some removed").getText()).startsWith("0");
  }

  @Test
  void enterOnACell_showsItsCallsInTheListAndEscapeGoesBack() {
    WebElement cell = cell("tickets: 1 write of desk, some added");
    cell.sendKeys(Keys.ENTER);

    assertThat(shownCalls())
        .singleElement()
        .asString()
        .contains("TicketsApi.open", "TicketsApi.java:17");
    assertThat(opened.focused().getText()).isEqualTo("tickets: 1 write of desk, some added ×");
    assertThat(cell.getAttribute("aria-current")).isEqualTo("true");

    opened.press(Keys.ESCAPE);

    assertThat(shownCalls()).hasSize(4);
    assertThat(opened.focused()).isEqualTo(cell);
  }

  @Test
  void everyCall_standsInTheListOnce() {
    assertThat(shownCalls()).hasSize(4).doesNotHaveDuplicates();
    assertThat(browser.findElements(By.cssSelector(".call"))).hasSize(4);
  }

  @Test
  void arrowsMoveInTheMatrix() {
    cell("tickets: 1 read of desk, some added").sendKeys(Keys.ARROW_RIGHT);
    assertThat(browser.switchTo().activeElement().getAttribute("aria-label"))
        .isEqualTo("tickets: 1 write of desk, some added");
  }

  @Test
  void searchLeavesWhatMatches() {
    browser.findElement(By.tagName("body")).sendKeys("/");
    browser.switchTo().activeElement().sendKeys("visisapi");
    assertThat(shownCalls()).singleElement().asString().contains("VisisApi.list");
    assertThat(browser.findElement(By.id("shown")).getText()).isEqualTo("1 of 4 calls");
    assertThat(shown(".resource")).hasSize(1);
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    assertThat(shownCalls()).hasSize(4);
  }

  @Test
  void searchWithoutMatchReportsIt() {
    browser.findElement(By.id("search")).sendKeys("no such call");
    assertThat(shownCalls()).isEmpty();
    assertThat(browser.findElement(By.id("nothing")).isDisplayed()).isTrue();
  }

  @Test
  void writesOnlyHidesReads() {
    browser.findElement(By.id("writes")).click();
    assertThat(shownCalls()).singleElement().asString().contains("TicketsApi.open");
  }

  @Test
  void changesAreReported() {
    assertThat(browser.findElement(By.cssSelector(".marks")).getText())
        .contains("added 2", "changed 0", "removed 1");
    assertThat(shown(".call.removed")).singleElement().asString().contains("OldApi.all");
  }

  @Test
  void coloursGoFromTheSystemsToLightToDark() {
    WebElement theme = browser.findElement(By.id("theme"));
    theme.click();
    String light = ground();
    theme.click();
    assertThat(ground()).isNotEqualTo(light);
    assertThat(theme.getAttribute("aria-label")).isEqualTo("Colours: dark");
  }

  @Test
  void coloursFollowTheSystem() {
    opened.emulate("screen", "light");
    String light = ground();
    opened.emulate("screen", "dark");
    assertThat(ground()).isNotEqualTo(light);
  }

  @Test
  void printIsLightWithoutToolsAndHasAllCalls() {
    opened.emulate("screen", "light");
    String paper = browser.findElement(By.className("answer")).getCssValue("background-color");
    opened.emulate("print", "dark");
    assertThat(ground()).isEqualTo(paper);
    assertThat(browser.findElement(By.className("tools")).isDisplayed()).isFalse();
    assertThat(shownCalls()).hasSize(4);
    assertThat(browser.print(new PrintOptions()).getContent()).isNotEmpty();
  }

  @Test
  void nothingIsAskedOfTheNetworkAndNothingMayBe() {
    assertThat(browser.executeScript("return performance.getEntriesByType('resource').length"))
        .isEqualTo(0L);
    assertThat(
            browser.executeAsyncScript(
                "const done = arguments[0];"
                    + " document.addEventListener('securitypolicyviolation',"
                    + " broken => done(broken.effectiveDirective));"
                    + " fetch('http://127.0.0.1:9/').catch(() => 0);"))
        .isEqualTo("connect-src");
  }

  private static Findings findings() {
    return Findings.about(List.of(program("desk", TICKETS, VISIS)))
        .with(
            Comparison.of(
                program("desk-1", VISIS, api("com.acme.OldApi", call("all", "GET", "tags", 3))),
                program("desk", TICKETS, VISIS)));
  }

  private static WebElement cell(String label) {
    return browser.findElement(By.cssSelector("[aria-label='" + label + "']"));
  }

  private static List<String> shownCalls() {
    return shown(".call");
  }

  private static List<String> shown(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }

  private static String ground() {
    return browser.findElement(By.tagName("body")).getCssValue("background-color");
  }
}
