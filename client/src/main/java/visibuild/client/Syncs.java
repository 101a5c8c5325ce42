package visibuild.client;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import visibuild.Page;
import visibuild.Paged;

/** The parts that the {@code sync} methods share. */
final class Syncs {
  private Syncs() {}

  /**
   * Returns the time at which a record counts as changed. A record without a time counts as always
   * changing, so that no change of it is lost.
   */
  static Instant changeTime(@Nullable Instant updatedAt) {
    return updatedAt == null ? Instant.MAX : updatedAt;
  }

  /** Returns the records of {@code list} that changed after {@code since}, in the same pages. */
  static <T> Paged<T> changedAfter(
      @Nullable Instant since, Paged<T> list, Function<T, @Nullable Instant> updatedAt) {
    if (since == null) {
      return list;
    }
    return Paged.of(
        (pageSize, cursor) -> {
          Page<T> page = page(list, pageSize, cursor);
          List<T> changed =
              page.items().stream()
                  .filter(each -> changeTime(updatedAt.apply(each)).isAfter(since))
                  .toList();
          return new Page<>(changed, page.next());
        });
  }

  private static <T> Page<T> page(
      Paged<T> list, @Nullable Integer pageSize, @Nullable String cursor) {
    Paged<T> sized = pageSize == null ? list : list.pageSize(pageSize);
    try (Stream<Page<T>> pages = sized.from(cursor).pages()) {
      return pages.iterator().next();
    }
  }
}
