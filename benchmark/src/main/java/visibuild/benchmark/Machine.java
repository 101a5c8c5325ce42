package visibuild.benchmark;

/** The machine of a measurement. */
final class Machine {
  private Machine() {}

  static String line() {
    return "JDK %s (%s), %d processors, %s %s"
        .formatted(
            System.getProperty("java.version"),
            System.getProperty("java.vendor"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }
}
