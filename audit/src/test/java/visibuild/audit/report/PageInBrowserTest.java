package visibuild.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;
import static visibuild.audit.Samples.program;

import org.junit.jupiter.api.Tag;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;
import visibuild.audit.Findings;
import visibuild.audit.compare.Comparison;

/** The page in a real browser: Debian's packages chromium and chromium-driver, or Chrome's own. */
@Tag("slow")
class PageInBrowserTest {
  @TempDir static Path folder;
  private static ChromeDriver browser;
  private static Path page;

  @BeforeAll
  static void openABrowser() throws IOException {
    Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = onPath("chromedriver");
    assumeTrue(
        chromium.isPresent() && driver.isPresent(),
        "The HTML page is not tested: no chromium and chromedriver on the PATH. On Debian: apt-get"
            + " install chromium chromium-driver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1000",
        "--user-data-dir=" + folder.resolve("profile"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(driver.get().toFile()).build(),
            options);
    page =
        Files.writeString(
            folder.resolve("report.html"), Format.HTML.render(findings(), SourceRoots.NONE));
  }

  @AfterAll
  static void closeIt() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void openThePage() {
    emulate("", "");
    browser.get(page.toUri().toString());
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
  void enterOnACellShowsItsMethodsAndEscapeGoesBack() {
    WebElement cell = cell("tickets: 1 write of desk, some added");
    cell.sendKeys(Keys.ENTER);
    WebElement drawer = browser.findElement(By.id("drawer"));
    assertThat(drawer.isDisplayed()).isTrue();
    assertThat(drawer.findElements(By.cssSelector(".call")))
        .singleElement()
        .satisfies(call -> assertThat(call.getText()).contains("TicketsApi.open", ":17"));
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    assertThat(drawer.isDisplayed()).isFalse();
    assertThat(browser.switchTo().activeElement()).isEqualTo(cell);
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
    assertThat(browser.findElement(By.cssSelector(".legend")).getText())
        .contains("added 2", "changed 0", "removed 1");
    assertThat(shown("aside .call.removed")).singleElement().asString().contains("OldApi.all");
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
    emulate("screen", "light");
    String light = ground();
    emulate("screen", "dark");
    assertThat(ground()).isNotEqualTo(light);
  }

  @Test
  void printIsLightWithoutToolsAndHasAllCalls() {
    emulate("screen", "light");
    String paper = browser.findElement(By.className("program")).getCssValue("background-color");
    emulate("print", "dark");
    assertThat(ground()).isEqualTo(paper);
    assertThat(browser.findElement(By.className("tools")).isDisplayed()).isFalse();
    assertThat(shownCalls()).hasSize(4);
    assertThat(browser.print(new PrintOptions()).getContent()).isNotEmpty();
  }

  @Test
  void theWholePageCanBeReachedByKeyboard() {
    WebElement body = browser.findElement(By.tagName("body"));
    List<String> reached = new ArrayList<>();
    body.sendKeys(Keys.TAB);
    for (int i = 0; i < 12; i++) {
      reached.add(browser.switchTo().activeElement().getAccessibleName());
      browser.switchTo().activeElement().sendKeys(Keys.TAB);
    }
    assertThat(reached)
        .startsWith("Skip to the matrix")
        .contains("Writes only", "tickets: 1 write of desk, some added");
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

  private static void emulate(String medium, String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
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
    return shown(".group .call");
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

  private static Optional<Path> onPath(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(place -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
