package visibuild.call;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import visibuild.Page;

/**
 * Makes the call for one page of a list endpoint.
 *
 * @param <T> the type of the records
 * @since 0.1
 */
@FunctionalInterface
public interface PageCall<T> {
  /**
   * The call for the page at {@code next}.
   *
   * @param pageSize the records to a page, or {@code null} for the server's default
   * @param next the cursor, or {@code null} for the first page
   */
  Call<Page<T>> of(@Nullable Integer pageSize, @Nullable String next);
}
