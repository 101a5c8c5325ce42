package golden.inheritance;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Page;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.WriteAccess;
import visibuild.call.ClientCalls;

/**
 * Client of {@link WebhooksApi}. Needs {@link Scope#READ_WRITE}.
 */
@Generated("visibuild.processor.VisibuildProcessor")
public final class WebhooksApiClient implements WebhooksApi {
  private final Calls calls;

  private WebhooksApiClient(WriteAccess access) {
    this.calls = access.implement(Calls.class, Scope.READ_WRITE);
  }

  /**
   * Creates a client.
   *
   * @param access the access that its calls use
   * @return the client
   */
  public static WebhooksApi create(WriteAccess access) {
    return new WebhooksApiClient(access);
  }

  @Override
  public WebhooksApi.Webhook get(String id) {
    return ClientCalls.execute(calls.get(id));
  }

  @Override
  public boolean pulse() {
    return ClientCalls.execute(calls.pulse());
  }

  @Override
  public WebhooksApi.Webhook details() {
    return ClientCalls.execute(calls.details());
  }

  @Override
  public Paged<WebhooksApi.Webhook> all() {
    return ClientCalls.paged((pageSize, next) -> calls.all(pageSize, next));
  }

  @Override
  public WebhooksApi.Webhook create(WebhooksApi.NewWebhook created) {
    return ClientCalls.execute(calls.create(created));
  }

  @Override
  public List<WebhooksApi.Webhook> createAll(List<WebhooksApi. @Nullable NewWebhook> created,
      WebhooksApi. @Nullable Webhook first) {
    return ClientCalls.execute(calls.createAll(created, first));
  }

  @Override
  public String id() {
    return ClientCalls.execute(calls.id());
  }

  @Override
  public String name() {
    return ClientCalls.execute(calls.name());
  }

  /**
   * The requests of the client, implemented by Retrofit.
   */
  interface Calls {
    @GET("api/core/v1/webhooks/{id}/full")
    Call<WebhooksApi.Webhook> get(@Path("id") String id);

    @GET("api/core/v1/webhooks/pulse")
    Call<Boolean> pulse();

    @GET("api/core/v1/webhooks/more")
    Call<WebhooksApi.Webhook> details();

    @GET("api/core/v1/webhooks/all")
    Call<Page<WebhooksApi.Webhook>> all(@Query("pageSize") @Nullable Integer pageSize,
        @Query("next") @Nullable String next);

    @POST("api/core/v1/webhooks/new")
    Call<WebhooksApi.Webhook> create(@Body WebhooksApi.NewWebhook created);

    @POST("api/core/v1/webhooks/many")
    Call<List<WebhooksApi.Webhook>> createAll(@Body List<WebhooksApi. @Nullable NewWebhook> created,
        @Query("first") WebhooksApi. @Nullable Webhook first);

    @GET("api/core/v1/webhooks/id")
    Call<String> id();

    @GET("api/core/v1/webhooks/name")
    Call<String> name();
  }
}
