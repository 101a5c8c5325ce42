package visibuild.call;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import visibuild.Paged;
import visibuild.internal.adapter.ErrorMappingCall;

/**
 * Makes Retrofit's calls into what the methods of an annotated interface return. Each method
 * carries the call out, or says how it will be, and throws {@link visibuild.VisibuildException}
 * where it fails.
 *
 * <p>For generated clients:
 *
 * <pre>{@code
 * public Ticket get(String id) {
 *   return ClientCalls.execute(calls.get(id));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class ClientCalls {
  private static final int NOT_FOUND = 404;

  private ClientCalls() {}

  /** The value of the answer. */
  public static <T> T execute(Call<T> call) {
    return Exchange.required(Exchange.execute(call));
  }

  /** Carries out a call whose answer says no more than that it was done. */
  public static void executeVoid(Call<Void> call) {
    @Nullable Void unused = Exchange.value(Exchange.execute(call));
  }

  /** The value of the answer; empty if there is no such record (404). */
  public static <T> Optional<T> executeOptional(Call<T> call) {
    return executeOptional(Exchange.execute(call));
  }

  /**
   * The call itself, for the caller to carry out. A status that is an error is a {@link Response}
   * as in Retrofit; what fails without an answer is a {@link visibuild.VisibuildException}.
   */
  public static <T> Call<T> call(Call<T> call) {
    return ErrorMappingCall.of(call);
  }

  /**
   * The answer with its status and headers. A status that is an error is a response too; what fails
   * without an answer is a {@link visibuild.VisibuildException}.
   */
  public static <T> Response<T> executeResponse(Call<T> call) {
    return Exchange.execute(call);
  }

  /**
   * The answer's body as it comes, for the caller to read and close. The method of the call is
   * marked {@link retrofit2.http.Streaming}; without it the body is read whole first.
   */
  public static ResponseBody executeBody(Call<ResponseBody> call) {
    return Exchange.required(Exchange.execute(call));
  }

  /** The value of the answer, when it is there. To cancel the future cancels the call. */
  public static <T> CompletableFuture<T> async(Call<T> call) {
    return CallFuture.of(call, Exchange::required);
  }

  /** Completes with {@code null} when the call is done. To cancel the future cancels the call. */
  public static CompletableFuture<@Nullable Void> asyncVoid(Call<Void> call) {
    return CallFuture.of(call, Exchange::value);
  }

  /**
   * Completes with {@code done} when the call is done: Kotlin's {@code Unit}, of a suspend function
   * without a result. To cancel the future cancels the call.
   */
  public static <D> CompletableFuture<D> asyncVoid(Call<Void> call, D done) {
    return CallFuture.of(
        call,
        response -> {
          @Nullable Void unused = Exchange.value(response);
          return done;
        });
  }

  /** The value of the answer, or empty, when it is there. To cancel the future cancels the call. */
  public static <T> CompletableFuture<Optional<T>> asyncOptional(Call<T> call) {
    return CallFuture.of(call, ClientCalls::executeOptional);
  }

  /**
   * The answer, when it is there; see {@link #executeResponse}. To cancel the future cancels the
   * call.
   */
  public static <T> CompletableFuture<Response<T>> asyncResponse(Call<T> call) {
    return CallFuture.of(call, response -> response);
  }

  /**
   * The answer's body, when it begins to come; see {@link #executeBody}. To cancel the future
   * cancels the call, and closes a body that comes all the same.
   */
  public static CompletableFuture<ResponseBody> asyncBody(Call<ResponseBody> call) {
    return CallFuture.of(call, Exchange::required);
  }

  /**
   * The records of all pages, when the first page is there. That page is kept; the others are
   * fetched as they are read. To cancel the future cancels the call.
   */
  public static <T> CompletableFuture<Paged<T>> asyncPaged(PageCall<T> pages) {
    return FirstPage.of(new CallPages<>(pages));
  }

  /** The records of all pages; each page is fetched when its first record is read. */
  public static <T> Paged<T> paged(PageCall<T> pages) {
    return Paged.of(new CallPages<>(pages));
  }

  private static <T> Optional<T> executeOptional(Response<T> response) {
    return response.code() == NOT_FOUND
        ? Optional.empty()
        : Optional.ofNullable(Exchange.value(response));
  }
}
