package visibuild.benchmark.token;

/** The compared token caches. */
public enum Keeper {
  /** The limit. */
  VOLATILE("a volatile read"),
  /** The limit of a cache of tokens that expire. */
  CLOCK("a volatile read and `System.nanoTime()`"),
  /** The runtime. */
  VISIBUILD("visibuild"),
  /** A lock. */
  SYNCHRONIZED("hand-written, `synchronized`"),
  /** Google's. */
  GOOGLE("Google `OAuth2Credentials`"),
  /** Amazon's. */
  AWS("AWS `CachedSupplier`"),
  /** Spring's. */
  SPRING("Spring Security");

  private final String title;

  Keeper(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  Tokens tokens(SlowEndpoint endpoint) {
    return switch (this) {
      case VOLATILE -> new PlainField(endpoint);
      case CLOCK -> new ClockedField(endpoint);
      case VISIBUILD -> new Ours(endpoint);
      case SYNCHRONIZED -> new HandWritten(endpoint);
      case GOOGLE -> new Google(endpoint);
      case AWS -> new Amazon(endpoint);
      case SPRING -> new Spring(endpoint);
    };
  }
}
