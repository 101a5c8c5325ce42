package visibuild.audit.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import visibuild.audit.Findings;

/**
 * The machine's own Chromium, headless, with a profile that no other process uses. A test that
 * opens it is skipped, with the reason, where there is none.
 *
 * <p>With {@code -Dvisibuild.pictures=FOLDER} the tests leave pictures of the pages there.
 */
final class Browser implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Path folder;
  private final ChromeDriver driver;

  private Browser(Path folder, ChromeDriver driver) {
    this.folder = folder;
    this.driver = driver;
  }

  static Browser open() throws IOException {
    Optional<Path> chromium =
        onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    Optional<Path> chromedriver = onPath("chromedriver");
    assumeTrue(
        chromium.isPresent() && chromedriver.isPresent(),
        "The HTML report is not tested in a browser, because chromium and chromedriver are not on"
            + " the PATH. On Debian and Ubuntu: apt-get install chromium chromium-driver");
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chromium-");
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
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get().toFile())
                .withTimeout(LIMIT)
                .build(),
            options);
    driver.manage().timeouts().pageLoadTimeout(LIMIT).scriptTimeout(LIMIT);
    return new Browser(folder, driver);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens the page of {@code findings} in a window without scroll bars of the system. */
  void show(Findings findings) throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("report.html"), Format.HTML.render(findings, SourceRoots.NONE));
    driver.get(page.toUri().toString());
  }

  /** Sets the size of the window, in CSS pixels. */
  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Sets the medium, {@code screen} or {@code print}, and the colour scheme of the system. */
  void emulate(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void press(CharSequence key) {
    focused().sendKeys(key);
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Leaves a picture of the first screen, and one of the whole page, where pictures are wanted. */
  void picture(String name) throws IOException {
    String wanted = System.getProperty("visibuild.pictures", "");
    if (!wanted.isEmpty()) {
      Path target = Files.createDirectories(Path.of(wanted));
      save(target.resolve(name + ".png"), false);
      save(target.resolve(name + "-whole.png"), true);
    }
  }

  private void save(Path file, boolean whole) throws IOException {
    Map<String, Object> picture =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
    Files.write(file, Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
  }

  @Override
  public void close() {
    driver.quit();
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
