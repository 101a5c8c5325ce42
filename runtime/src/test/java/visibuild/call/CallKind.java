package visibuild.call;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kotlin.coroutines.Continuation;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Query;
import retrofit2.http.Streaming;
import visibuild.Page;
import visibuild.fixture.Called;
import visibuild.fixture.Project;
import visibuild.fixture.Resumed;

/** All that a method may return, of an interface that a person wrote or a client was made for. */
enum CallKind {
  CALL_EXECUTED(raw -> raw.call().execute()),
  CALL_ENQUEUED(raw -> Called.back(raw.call()).get(60, SECONDS)),
  CLONE_EXECUTED(raw -> raw.call().clone().execute()),
  FUTURE(raw -> raw.future().get(60, SECONDS)),
  FUTURE_OF_RESPONSE(raw -> raw.futureOfResponse().get(60, SECONDS)),
  SUSPEND(raw -> Resumed.<Project>by(raw::suspend).get(60, SECONDS)),
  VALUE(raw -> ClientCalls.execute(raw.call())),
  OPTIONAL(raw -> ClientCalls.executeOptional(raw.call())),
  NOTHING(raw -> ClientCalls.executeVoid(raw.nothing())),
  RESPONSE(raw -> ClientCalls.executeResponse(raw.call())),
  BODY(raw -> ClientCalls.executeBody(raw.body()).close()),
  LAZY_EXECUTED(raw -> ClientCalls.call(raw.call()).execute()),
  LAZY_ENQUEUED(raw -> Called.back(ClientCalls.call(raw.call())).get(60, SECONDS)),
  LATER_VALUE(raw -> ClientCalls.async(raw.call()).get(60, SECONDS)),
  LATER_OPTIONAL(raw -> ClientCalls.asyncOptional(raw.call()).get(60, SECONDS)),
  LATER_NOTHING(raw -> ClientCalls.asyncVoid(raw.nothing()).get(60, SECONDS)),
  LATER_RESPONSE(raw -> ClientCalls.asyncResponse(raw.call()).get(60, SECONDS)),
  LATER_BODY(raw -> ClientCalls.asyncBody(raw.body()).get(60, SECONDS).close()),
  LATER_PAGED(raw -> ClientCalls.<Project>asyncPaged(raw::page).get(60, SECONDS)),
  PAGED(raw -> ClientCalls.<Project>paged(raw::page).forEach(project -> {})),
  PAGED_AHEAD(raw -> ClientCalls.<Project>paged(raw::page).readAhead().forEach(project -> {})),
  PUBLISHER(raw -> Called.back(ClientCalls.<Project>paged(raw::page).publisher()).get(60, SECONDS));

  /** Those where an error of the server's is a response. */
  static final Set<CallKind> OF_RESPONSES =
      Set.of(
          CALL_EXECUTED,
          CALL_ENQUEUED,
          CLONE_EXECUTED,
          FUTURE_OF_RESPONSE,
          RESPONSE,
          LAZY_EXECUTED,
          LAZY_ENQUEUED,
          LATER_RESPONSE);

  /** Those where no JSON is read. */
  static final Set<CallKind> UNDECODED = Set.of(NOTHING, LATER_NOTHING, BODY, LATER_BODY);

  @SuppressWarnings("ImmutableEnumChecker") // A lambda that captures nothing.
  private final Use use;

  interface Raw {
    @GET("api/core/v1/projects")
    Call<Project> call();

    @GET("api/core/v1/projects")
    Call<Void> nothing();

    @GET("api/core/v1/projects")
    CompletableFuture<Project> future();

    @GET("api/core/v1/projects")
    CompletableFuture<Response<Project>> futureOfResponse();

    @GET("api/core/v1/projects")
    @Nullable Object suspend(Continuation<? super Project> continuation);

    @Streaming
    @GET("api/core/v1/projects")
    Call<ResponseBody> body();

    @GET("api/core/v1/projects")
    Call<Page<Project>> page(
        @Query("pageSize") @Nullable Integer pageSize, @Query("next") @Nullable String next);
  }

  /** Makes a call and waits for its response. */
  private interface Use {
    void of(Raw raw) throws Exception;
  }

  CallKind(Use use) {
    this.use = use;
  }

  /** Makes a call, and throws what it failed with: of a future, what completed it. */
  void use(Raw raw) throws Throwable {
    try {
      use.of(raw);
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }
}
