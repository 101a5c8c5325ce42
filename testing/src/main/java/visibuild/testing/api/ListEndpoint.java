package visibuild.testing.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import visibuild.testing.http.Handler;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.RoutedRequest;
import visibuild.testing.http.SandboxHttpResponse;

/**
 * A list endpoint: keyset pages over records that are sorted by their cursor.
 *
 * <p>The cursor of a page is that of its last record; the next page begins after it. A cursor that
 * no record has is refused, so that an invented one does not silently read something else.
 *
 * @param key the member of {@code data} that holds the records
 * @param parameters the documented query parameters
 */
record ListEndpoint<T>(
    String key,
    Function<RoutedRequest, List<T>> records,
    Function<T, String> cursor,
    Function<RoutedRequest, Predicate<T>> filter,
    Function<RoutedRequest, Integer> pageSize,
    Set<String> parameters)
    implements Handler {
  /** A list endpoint of the Core API; the caller may choose the page size. */
  static <T> ListEndpoint<T> of(
      String key, Function<RoutedRequest, List<T>> records, Function<T, String> cursor) {
    return new ListEndpoint<>(
        key, records, cursor, call -> item -> true, PageSize::chosen, Set.of("pageSize", "next"));
  }

  /** Returns a copy with a filter, which reads the query parameters {@code names}. */
  ListEndpoint<T> filteredBy(Function<RoutedRequest, Predicate<T>> other, String... names) {
    Set<String> all = new TreeSet<>(parameters);
    all.addAll(List.of(names));
    return new ListEndpoint<>(key, records, cursor, other, pageSize, Set.copyOf(all));
  }

  /** The same as a list endpoint of the Reporting API, with its fixed page size. */
  ListEndpoint<T> inFixedPages() {
    return new ListEndpoint<>(
        key, records, cursor, filter, call -> PageSize.REPORTING, Set.of("next"));
  }

  @Override
  public SandboxHttpResponse handle(RoutedRequest call) {
    int size = pageSize.apply(call);
    Predicate<T> wanted = filter.apply(call);
    List<T> all = records.apply(call);
    List<T> page = new ArrayList<>();
    String next = null;
    for (T item : all.subList(start(all, call.parameter("next")), all.size())) {
      if (wanted.test(item)) {
        if (page.size() == size) {
          next = cursor.apply(page.get(size - 1));
          break;
        }
        page.add(item);
      }
    }
    return response(page, size, next);
  }

  private int start(List<T> all, @Nullable String next) {
    if (next == null) {
      return 0;
    }
    int low = 0;
    int high = all.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = cursor.apply(all.get(middle)).compareTo(next);
      if (order == 0) {
        return middle + 1;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    throw HttpProblem.badRequest("next is \"" + next + "\", which is no cursor of this list.");
  }

  private SandboxHttpResponse response(List<T> page, int size, @Nullable String next) {
    Map<String, @Nullable Object> pagination = new LinkedHashMap<>();
    pagination.put("pageSize", size);
    pagination.put("next", next);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", Map.of(key, page));
    body.put("pagination", pagination);
    return SandboxHttpResponse.json(200, body)
        .with("X-Has-Next-Page", String.valueOf(next != null))
        .with("X-Per-Page", String.valueOf(size));
  }
}
