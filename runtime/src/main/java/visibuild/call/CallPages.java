package visibuild.call;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;
import visibuild.DecodingException;
import visibuild.Page;
import visibuild.PageSource;
import visibuild.internal.error.CallLabel;

/** The pages of a list endpoint, a call for each. */
final class CallPages<T> implements PageSource<T> {
  private static final String HAS_NEXT_PAGE = "X-Has-Next-Page";

  private final PageCall<T> calls;

  CallPages(PageCall<T> calls) {
    this.calls = calls;
  }

  @Override
  public Page<T> fetch(@Nullable Integer pageSize, @Nullable String cursor) {
    return page(Exchange.execute(calls.of(pageSize, cursor)));
  }

  @Override
  public CompletableFuture<Page<T>> fetchLater(
      @Nullable Integer pageSize, @Nullable String cursor) {
    return CallFuture.of(calls.of(pageSize, cursor), CallPages::page);
  }

  @Override
  public String name() {
    return CallLabel.of(calls.of(null, null).request());
  }

  private static <T> Page<T> page(Response<Page<T>> response) {
    Page<T> page = Exchange.required(response);
    if (page.next() == null && "true".equalsIgnoreCase(response.headers().get(HAS_NEXT_PAGE))) {
      throw new DecodingException(
          CallLabel.of(response.raw().request())
              + " announces further pages without a cursor for the next.",
          null);
    }
    return page;
  }
}
