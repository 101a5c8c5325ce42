package visibuild.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import visibuild.Scope;
import visibuild.testing.VisibuildSandbox;

/**
 * The sandbox's API through the JDK's own HTTP client and a JSON tree: nothing of ours in between.
 */
public final class RawApi {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String origin;
  private final String token;

  public RawApi(VisibuildSandbox sandbox) {
    this.origin = sandbox.baseUrl();
    Map<String, String> environment = sandbox.environment(Scope.READ);
    String form =
        "grant_type=client_credentials&scope=read&client_id="
            + encoded(environment.get("VISIBUILD_CLIENT_ID"))
            + "&client_secret="
            + encoded(environment.get("VISIBUILD_CLIENT_SECRET"));
    this.token =
        send(HttpRequest.newBuilder(URI.create(origin + "/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)))
            .get("access_token")
            .asText();
  }

  /** The one member of the response's {@code data}. */
  public JsonNode get(String path) {
    return ask(path).get("data").elements().next();
  }

  /** The records of all pages. */
  public List<JsonNode> all(String path) {
    List<JsonNode> records = new ArrayList<>();
    String next = null;
    do {
      JsonNode reply = ask(next == null ? path : path + "?next=" + next);
      reply.get("data").elements().next().forEach(records::add);
      next = reply.path("pagination").path("next").asText(null);
    } while (next != null);
    return records;
  }

  private JsonNode ask(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(origin + "/" + path))
            .header("Authorization", "Bearer " + token));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      return json.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
