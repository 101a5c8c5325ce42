package visibuild.sample;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import visibuild.Page;
import visibuild.Paged;

/** Records that are there already, all on one page. */
public record FixedPages<T>(List<T> records) implements Paged<T> {
  @Override
  public Paged<T> pageSize(int size) {
    return this;
  }

  @Override
  public Stream<Page<T>> pages() {
    return Stream.of(new Page<>(records, null));
  }

  @Override
  public Stream<T> stream() {
    return records.stream();
  }

  @Override
  public Iterator<T> iterator() {
    return records.iterator();
  }
}
