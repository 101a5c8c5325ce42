package visibuild.processor.validation;

import java.util.Optional;
import java.util.regex.Pattern;
import visibuild.processor.model.ApiInterface;

/** The path of {@code @VisibuildApi}, which stands in front of every method's. */
final class ApiPathRules {
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@%/-]+");
  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private ApiPathRules() {}

  static void check(ApiInterface api, Problems problems) {
    String path = api.path();
    Optional<String> flaw = flaw(path);
    if (flaw.isPresent()) {
      problems.add(
          Rule.API_PATH,
          api.api().locationOf("path"),
          "The path \"%s\" of @VisibuildApi %s.".formatted(path, flaw.get()),
          "Write a path below Visibuild's origin that ends with a slash, such as"
              + " \"api/core/v1/\" or \"api/v2/\".");
    }
  }

  private static Optional<String> flaw(String path) {
    if (path.isEmpty()) {
      return Optional.of("is empty");
    }
    Optional<String> wayOut = new PathText(path).escapesBasePath();
    if (wayOut.isPresent()) {
      return wayOut;
    }
    if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
      return Optional.of("has a query or a fragment, but methods' paths continue it");
    }
    if (path.indexOf('{') >= 0) {
      return Optional.of("has a placeholder, but only methods have parameters to fill one");
    }
    if (!path.endsWith("/")) {
      return Optional.of("does not end with a slash, so methods' paths would be glued to it");
    }
    if (path.contains("//") || !LETTERS.matcher(path).matches() || NO_ESCAPE.matcher(path).find()) {
      return Optional.of("has an empty segment or a character that a URL's path cannot have");
    }
    Optional<NonCanonicalPath> other = NonCanonicalPath.of(new PathText(path));
    return other.isPresent() ? Optional.of(other.get().problem()) : Optional.empty();
  }
}
