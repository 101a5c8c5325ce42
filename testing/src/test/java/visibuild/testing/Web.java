package visibuild.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;

/** A plain HTTP client of a sandbox, which knows nothing of the runtime. */
final class Web {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final OkHttpClient HTTP =
      new OkHttpClient.Builder().retryOnConnectionFailure(false).build();

  private final VisibuildSandbox sandbox;

  Web(VisibuildSandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** A response, read to its end. */
  record Reply(int status, Headers headers, String body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException("Not JSON: " + body, e);
      }
    }

    JsonNode data(String key) {
      return json().path("data").path(key);
    }

    @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  Reply send(Request request) {
    try (Response response = HTTP.newCall(request).execute()) {
      return new Reply(response.code(), response.headers(), response.body().string());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Request.Builder to(String path) {
    return new Request.Builder().url(sandbox.baseUrl() + path);
  }

  /** Asks the token endpoint with the client of {@code scope} and these further parameters. */
  Reply requestToken(Scope scope, Map<String, String> parameters) {
    Map<String, String> environment = sandbox.environment(scope);
    FormBody.Builder form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("client_id", environment.get("VISIBUILD_CLIENT_ID"))
            .add("client_secret", environment.get("VISIBUILD_CLIENT_SECRET"));
    parameters.forEach(form::add);
    return send(to("/oauth/token").post(form.build()).build());
  }

  /** A new access token with {@code scope}. */
  String token(String scope) {
    return requestToken(Scope.READ_WRITE, Map.of("scope", scope))
        .json()
        .path("access_token")
        .asText();
  }

  /** A GET with a new token that reads. */
  Reply get(String path) {
    return get(path, token("read"));
  }

  Reply get(String path, String token) {
    return send(to(path).header("Authorization", "Bearer " + token).build());
  }

  /** A request with a JSON body and a new token that may do all. */
  Reply write(String method, String path, @Nullable String json) {
    return write(method, path, json, "application/json");
  }

  Reply write(String method, String path, @Nullable String body, String contentType) {
    RequestBody sent =
        body == null
            ? null
            : RequestBody.create(body.getBytes(StandardCharsets.UTF_8), MediaType.get(contentType));
    return send(
        to(path)
            .header("Authorization", "Bearer " + token("read write"))
            .method(method, sent)
            .build());
  }

  /** All records of a list endpoint, page by page. */
  List<JsonNode> all(String path, String key, int pageSize) {
    String token = token("read");
    List<JsonNode> records = new ArrayList<>();
    String next = null;
    do {
      String cursor = next == null ? "" : "&next=" + next;
      Reply page = get(path + "?pageSize=" + pageSize + cursor, token);
      page.data(key).forEach(records::add);
      next = page.json().path("pagination").path("next").textValue();
    } while (next != null);
    return records;
  }

  /** The id of the project that was begun {@code index}th. */
  String projectId(int index) {
    return get("/api/core/v1/projects").data("projects").path(index).path("id").asText();
  }
}
