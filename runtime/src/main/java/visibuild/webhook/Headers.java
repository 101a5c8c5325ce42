package visibuild.webhook;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.HeaderSyntax;
import visibuild.internal.base.TextSanitizer;

/** Reads the headers of a delivery. */
final class Headers {
  private Headers() {}

  /**
   * Returns a look-up by name in any case. A header that occurs more than once is treated as
   * absent, since its values could contradict each other.
   */
  static Function<String, @Nullable String> of(Map<String, List<String>> headers) {
    return name -> {
      List<String> values =
          headers.entrySet().stream()
              .filter(header -> name.equalsIgnoreCase(header.getKey()))
              .flatMap(header -> header.getValue().stream())
              .toList();
      return values.size() == 1 ? values.get(0) : null;
    };
  }

  /** Returns the value of a header without white space at its ends; empty if it is absent. */
  static Optional<String> value(Function<String, ? extends @Nullable String> header, String name) {
    return Optional.ofNullable(header.apply(name)).map(String::strip);
  }

  /** Returns the bytes of hexadecimal digits; empty if {@code digits} is not hexadecimal. */
  static Optional<byte[]> hex(String digits) {
    try {
      return Optional.of(HexFormat.of().parseHex(digits));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns {@code name} if it can be the name of a header. */
  static String checkedName(String name) {
    if (!HeaderSyntax.isName(name)) {
      throw new IllegalArgumentException(
          "The name of the signature's header is \"%s\"; give visible ASCII without a colon."
              .formatted(TextSanitizer.clean(name)));
    }
    return name;
  }
}
