package visibuild;

import java.net.URI;

/**
 * An installation of Visibuild. Each region is separate: a credential of one does not work in
 * another.
 *
 * <pre>{@code
 * Visibuild.builder().region(Region.APAC)
 * }</pre>
 *
 * <p>The origins of {@link #APAC} and {@link #EU} are those that Visibuild's own client programs
 * use, the one of {@link #US} is named in its help articles. The help articles also name {@code
 * https://app.visibuild.com.au} and {@code https://app.visibuild.co.uk}; give one of those, or a
 * proxy's, with {@link Visibuild.Builder#baseUrl(String)}.
 *
 * @since 0.1
 */
public enum Region {
  /** Asia-Pacific: Australia and New Zealand. */
  APAC("https://app.apac.visibuild.com"),

  /** Europe. */
  EU("https://app.eu.visibuild.com"),

  /** United States. */
  US("https://app.us.visibuild.com");

  private final URI origin;

  Region(String origin) {
    this.origin = URI.create(origin);
  }

  /** The origin of the installation: scheme and host, without a path. */
  public URI origin() {
    return origin;
  }
}
