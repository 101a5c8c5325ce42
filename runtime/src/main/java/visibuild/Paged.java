package visibuild;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * All records of a list endpoint, fetched page by page as they are read.
 *
 * <p>Nothing is requested before the first record is asked for, and no more than one page is held
 * at a time. Each iterator and each stream starts again at the first page.
 *
 * <pre>{@code
 * for (Visi visi : visis.ofProject(projectId)) {
 *   ...
 * }
 * List<String> open = visis.ofProject(projectId).stream()
 *     .filter(visi -> visi.status() == VisiStatus.OPEN)
 *     .map(Visi::title)
 *     .toList();
 * }</pre>
 *
 * <p>Reading throws the exceptions of any other call (see {@link VisibuildException}), at the
 * record where the page is fetched. A {@code Paged} is immutable and may be shared among threads;
 * its iterators and streams may not.
 *
 * @param <T> the type of the records
 * @since 0.1
 */
public interface Paged<T> extends Iterable<T> {
  /**
   * The same records, asked for in pages of {@code size}.
   *
   * <p>The Core API takes 1 to 5000 and answers 1000 when nothing is said; the Reporting API's
   * pages are fixed, and it does not know the parameter.
   *
   * @throws IllegalArgumentException if {@code size} is below 1 or above 5000
   */
  Paged<T> pageSize(int size);

  /** The pages themselves, lazily, each with the cursor of the next. */
  Stream<Page<T>> pages();

  /** The records, lazily. */
  Stream<T> stream();

  @Override
  Iterator<T> iterator();
}
