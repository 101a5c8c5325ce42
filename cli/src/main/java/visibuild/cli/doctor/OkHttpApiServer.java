package visibuild.cli.doctor;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;

/** A server behind HTTP. The only class that holds the secret and the token. */
public final class OkHttpApiServer implements ApiServer {
  private static final long MAX_BODY_BYTES = 32L * 1024 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The characters that OkHttp sends in a header, apart from the space. */
  private static final Pattern USABLE_TOKEN = Pattern.compile("[\\x21-\\x7e]+");

  private final OkHttpClient http;
  private final Settings settings;
  private transient @Nullable String token;

  /** Creates a server that is reached with {@code http}; redirects are not followed. */
  public OkHttpApiServer(OkHttpClient http, Settings settings) {
    this.http =
        http.newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null)
            .callTimeout(TIMEOUT)
            .build();
    this.settings = settings;
    this.token = requestsTokens() ? null : settings.secret();
  }

  @Override
  public boolean requestsTokens() {
    return settings.clientId() != null;
  }

  @Override
  public ServerResponse requestToken(Scope scope) throws IOException {
    String clientId = settings.clientId();
    if (clientId == null) {
      throw new IllegalStateException("A legacy token is not requested.");
    }
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("client_id", clientId)
            .add("client_secret", settings.secret())
            .add("scope", scope.parameter())
            .build();
    HttpUrl url = settings.origin().newBuilder().addPathSegments("oauth/token").build();
    ServerResponse response = send(new Request.Builder().url(url).post(form));
    if (response.json() instanceof ObjectNode body && body.path("access_token").isTextual()) {
      String granted = body.get("access_token").asText();
      boolean isUsable = USABLE_TOKEN.matcher(granted).matches();
      if (isUsable
          && scope == Scope.READ
          && response.status() == 200
          && TokenCheck.grantsReadOnly(body)) {
        token = granted;
      }
      body.put("access_token", isUsable ? "removed" : "");
    }
    return response;
  }

  @Override
  public ServerResponse get(List<String> path, Map<String, String> query) throws IOException {
    if (token == null) {
      throw new IllegalStateException("There is no token of scope \"read\".");
    }
    HttpUrl.Builder url = settings.origin().newBuilder();
    path.forEach(url::addPathSegment);
    query.forEach(url::addQueryParameter);
    return send(
        new Request.Builder().url(url.build()).header("Authorization", "Bearer " + token).get());
  }

  private ServerResponse send(Request.Builder request) throws IOException {
    request.header("Accept", "application/json").header("User-Agent", "visibuild-doctor");
    try (Response response = http.newCall(request.build()).execute()) {
      return new ServerResponse(
          response.code(), response.headers(), json(response.body()), response.handshake());
    }
  }

  private static @Nullable JsonNode json(ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    if (source.request(MAX_BODY_BYTES + 1)) {
      throw new IOException("The response is longer than " + MAX_BODY_BYTES + " bytes.");
    }
    byte[] bytes = source.readByteArray();
    try {
      JsonNode json = JSON.readTree(bytes);
      return json.isMissingNode() ? null : json;
    } catch (IOException e) {
      // The parser's message quotes the response.
      return null;
    }
  }
}
