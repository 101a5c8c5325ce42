package visibuild.internal.paging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import visibuild.Page;
import visibuild.PageSource;

/** The numbers from 0 on, ten to a page unless somebody says, fetched by an executor. */
final class Numbers implements PageSource<Long> {
  final AtomicInteger fetched = new AtomicInteger();
  private final long count;
  private final Executor executor;

  Numbers(long count, Executor executor) {
    this.count = count;
    this.executor = executor;
  }

  @Override
  public Page<Long> fetch(@Nullable Integer pageSize, @Nullable String cursor) {
    fetched.incrementAndGet();
    long first = cursor == null ? 0 : Long.parseLong(cursor);
    long end = Math.min(count, first + (pageSize == null ? 10 : pageSize));
    List<Long> items = LongStream.range(first, end).boxed().toList();
    return new Page<>(items, end < count ? Long.toString(end) : null);
  }

  @Override
  public CompletableFuture<Page<Long>> fetchLater(
      @Nullable Integer pageSize, @Nullable String cursor) {
    return CompletableFuture.supplyAsync(() -> fetch(pageSize, cursor), executor);
  }
}
