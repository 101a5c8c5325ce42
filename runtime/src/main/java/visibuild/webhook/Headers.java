package visibuild.webhook;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the headers of a delivery. */
final class Headers {
  private Headers() {}

  /** The value of a header; empty if there is none, or if there are two that could disagree. */
  static Optional<String> only(Map<String, List<String>> headers, String name) {
    List<String> values =
        headers.entrySet().stream()
            .filter(header -> name.equalsIgnoreCase(header.getKey()))
            .flatMap(header -> header.getValue().stream())
            .toList();
    return values.size() == 1 ? Optional.of(values.get(0).strip()) : Optional.empty();
  }

  /** The bytes of hexadecimal digits; empty if they are none. */
  static Optional<byte[]> hex(String digits) {
    try {
      return Optional.of(HexFormat.of().parseHex(digits));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
