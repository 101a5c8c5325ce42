package golden.inheritance;

import java.io.IOException;
import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Scope;
import visibuild.VisibuildApi;

/** Own methods first, then the inherited ones; what has a body is left alone. */
@VisibuildApi(scope = Scope.READ_WRITE, path = "api/core/v1/webhooks/")
public interface WebhooksApi
    extends CrudApi<WebhooksApi.Webhook, WebhooksApi.NewWebhook>, Named {
  record Webhook(String id) {
    @Override
    public String toString() {
      return id;
    }
  }

  record NewWebhook(String url) {}

  @GET("{id}/full")
  @Override
  Webhook get(@Path("id") String id);

  @GET("pulse")
  boolean pulse() throws IOException;

  @GET("more")
  @Override
  Webhook details();

  @Override
  String toString();

  default Webhook first() {
    return get(prefix() + "1");
  }

  static String any() {
    return "any";
  }

  private String prefix() {
    return any();
  }
}
