package visibuild.internal.base;

import java.util.regex.Pattern;

/** The loopback of this machine (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3). */
public final class Loopback {
  private static final Pattern HOST =
      Pattern.compile(
          // A number above 255 makes a host name of it, which resolves to any address.
          "localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|::1|\\[::1]",
          Pattern.CASE_INSENSITIVE);

  private Loopback() {}

  /** Returns whether {@code host}, as a URL writes it, names the loopback. */
  public static boolean isLoopback(String host) {
    return HOST.matcher(host).matches();
  }
}
