package visibuild.cli.doctor;

import java.util.Arrays;
import java.util.Locale;
import okhttp3.HttpUrl;
import visibuild.Region;

/** The kind of an origin. The shape report names the kind, and only the table names the origin. */
enum Origin {
  REGION,
  LOOPBACK,
  OTHER;

  static Origin of(HttpUrl url) {
    if (Arrays.stream(Region.values())
        .anyMatch(region -> region.origin().toString().equals(text(url)))) {
      return REGION;
    }
    // The runtime permits plain HTTP on the loopback only.
    return url.isHttps() ? OTHER : LOOPBACK;
  }

  /** Returns the origin without a slash at its end. */
  static String text(HttpUrl url) {
    return url.toString().replaceFirst("/$", "");
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
