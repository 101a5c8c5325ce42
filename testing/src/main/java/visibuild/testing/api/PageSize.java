package visibuild.testing.api;

import java.util.regex.Pattern;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.RoutedRequest;

/** The number of records on a page. */
final class PageSize {
  /** Of the Reporting API, always. */
  static final int REPORTING = 5;

  private static final int DEFAULT = 1000;
  private static final int LARGEST = 5000;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private PageSize() {}

  /** Of the Core API: what the query says, or the default. */
  static int chosen(RoutedRequest call) {
    String text = call.parameter("pageSize");
    if (text == null) {
      return DEFAULT;
    }
    int size = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (size < 1 || size > LARGEST) {
      throw HttpProblem.badRequest("pageSize is \"" + text + "\"; write a number from 1 to 5000.");
    }
    return size;
  }
}
