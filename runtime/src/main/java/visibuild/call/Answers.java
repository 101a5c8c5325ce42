package visibuild.call;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import visibuild.Paged;

/** Turns Retrofit's calls into what the methods of an annotated interface return. */
public final class Answers {
  private Answers() {}

  public static <T> T value(Call<T> call) {
    throw new IllegalStateException("not yet");
  }

  public static void nothing(Call<Void> call) {
    throw new IllegalStateException("not yet");
  }

  public static <T> Optional<T> optional(Call<T> call) {
    throw new IllegalStateException("not yet");
  }

  public static <T> Call<T> lazy(Call<T> call) {
    throw new IllegalStateException("not yet");
  }

  public static <T> CompletableFuture<T> future(Call<T> call) {
    throw new IllegalStateException("not yet");
  }

  public static CompletableFuture<@Nullable Void> futureOfNothing(Call<Void> call) {
    throw new IllegalStateException("not yet");
  }

  public static <T> CompletableFuture<Optional<T>> futureOfOptional(Call<T> call) {
    throw new IllegalStateException("not yet");
  }

  public static <T> Paged<T> paged(PageCall<T> pages) {
    throw new IllegalStateException("not yet");
  }
}
