package visibuild.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import visibuild.Scope;
import visibuild.testing.VisibuildSandbox;

/** The sandbox's API through plain OkHttp and a JSON tree, without our runtime. */
final class RawApi {
  private final OkHttpClient http = new OkHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String origin;
  private final String token;

  RawApi(VisibuildSandbox sandbox) {
    this.origin = sandbox.baseUrl();
    Map<String, String> environment = sandbox.environment(Scope.READ);
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("scope", "read")
            .add("client_id", environment.get("VISIBUILD_CLIENT_ID"))
            .add("client_secret", environment.get("VISIBUILD_CLIENT_SECRET"))
            .build();
    this.token =
        send(new Request.Builder().url(origin + "/oauth/token").post(form))
            .get("access_token")
            .asText();
  }

  /** Returns the one member of {@code data}. */
  JsonNode get(String path) {
    return body(path).get("data").elements().next();
  }

  /** Returns the records of all pages. */
  List<JsonNode> all(String path) {
    List<JsonNode> records = new ArrayList<>();
    String next = null;
    do {
      JsonNode body = body(next == null ? path : path + "?next=" + next);
      body.get("data").elements().next().forEach(records::add);
      next = body.path("pagination").path("next").asText(null);
    } while (next != null);
    return records;
  }

  private JsonNode body(String path) {
    return send(
        new Request.Builder().url(origin + "/" + path).header("Authorization", "Bearer " + token));
  }

  private JsonNode send(Request.Builder request) {
    try (Response response = http.newCall(request.build()).execute()) {
      return json.readTree(response.body().bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
