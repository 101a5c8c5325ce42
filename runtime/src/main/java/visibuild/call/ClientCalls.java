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

  /** Executes a call and returns the value of its response. */
  public static <T> T execute(Call<T> call) {
    return Exchange.required(Exchange.execute(call));
  }

  /** Executes a call and ignores the content of its response. */
  public static void executeVoid(Call<Void> call) {
    @Nullable Void unused = Exchange.value(Exchange.execute(call));
  }

  /** Executes a call and returns its value; empty if there is no such record (404). */
  public static <T> Optional<T> executeOptional(Call<T> call) {
    return executeOptional(Exchange.execute(call));
  }

  /**
   * Returns the call, for the caller to execute. An error status is a {@link Response}, as in
   * Retrofit. A failure without a response is a {@link visibuild.VisibuildException}.
   */
  public static <T> Call<T> call(Call<T> call) {
    return ErrorMappingCall.of(call);
  }

  /**
   * Executes a call and returns the response with status and headers, also for an error status. A
   * failure without a response is a {@link visibuild.VisibuildException}.
   */
  public static <T> Response<T> executeResponse(Call<T> call) {
    return Exchange.execute(call);
  }

  /**
   * Executes a call and returns the streamed body, for the caller to read and close. The method of
   * the call must have {@link retrofit2.http.Streaming}; without it the whole body is read first.
   */
  public static ResponseBody executeBody(Call<ResponseBody> call) {
    return Exchange.required(Exchange.execute(call));
  }

  /**
   * Enqueues a call; the future completes with its value. Cancelling the future cancels the call.
   */
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

  /**
   * Enqueues a call; the future completes with its value, or empty on 404. Cancelling the future
   * cancels the call.
   */
  public static <T> CompletableFuture<Optional<T>> asyncOptional(Call<T> call) {
    return CallFuture.of(call, ClientCalls::executeOptional);
  }

  /**
   * Enqueues a call; the future completes with the response, see {@link #executeResponse}.
   * Cancelling the future cancels the call.
   */
  public static <T> CompletableFuture<Response<T>> asyncResponse(Call<T> call) {
    return CallFuture.of(call, response -> response);
  }

  /**
   * Enqueues a call; the future completes with the streamed body, see {@link #executeBody}.
   * Cancelling the future cancels the call, and closes a body that still arrives.
   */
  public static CompletableFuture<ResponseBody> asyncBody(Call<ResponseBody> call) {
    return CallFuture.of(call, Exchange::required);
  }

  /**
   * Enqueues the request for the first page; the future completes with the records of all pages.
   * Later pages are fetched when they are read. Cancelling the future cancels the call.
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
