package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * A change of the sandbox's responses.
 *
 * @param request the request whose results change, as reports name it
 * @param expected parts of the differences that have to be reported
 * @param isIsolated whether no other request may have a difference
 */
record Drift(
    String name, String request, Interceptor change, List<String> expected, boolean isIsolated) {
  /** The place of a drift that belongs to no request. */
  static final String CONNECTION = "connection";

  private static final ObjectMapper JSON = new ObjectMapper();

  static Drift of(String name, String request, Interceptor change, String... expected) {
    return new Drift(name, request, change, List.of(expected), true);
  }

  /** Returns a copy whose consequences may be seen at other requests too. */
  Drift spreading() {
    return new Drift(name, request, change, expected, false);
  }

  /** Returns whether a difference was found where this drift is. */
  boolean isPlaceOf(String difference) {
    return request.equals(CONNECTION)
        ? difference.startsWith("the clocks")
        : difference.startsWith(request + ": ");
  }

  @Override
  public String toString() {
    return name + " at " + request;
  }

  /** Returns an interceptor that changes successful responses of {@code endpoint}. */
  static Interceptor response(ReadEndpoint endpoint, Function<Response, Response> change) {
    return response(isOf(endpoint), 200, change);
  }

  /** Returns an interceptor that changes the JSON of successful responses of {@code endpoint}. */
  static Interceptor body(ReadEndpoint endpoint, Consumer<ObjectNode> change) {
    return response(endpoint, response -> withJson(response, change));
  }

  /** Returns an interceptor that changes the records in {@code data}. */
  static Interceptor records(ReadEndpoint endpoint, Consumer<JsonNode> change) {
    return body(endpoint, body -> change.accept(body.get("data").elements().next()));
  }

  static Interceptor request(ReadEndpoint endpoint, Function<Request, Request> change) {
    return chain ->
        chain.proceed(
            isOf(endpoint).test(chain.request()) ? change.apply(chain.request()) : chain.request());
  }

  static Interceptor response(
      Predicate<Request> affected, int status, Function<Response, Response> change) {
    return chain -> {
      Response response = chain.proceed(chain.request());
      return affected.test(chain.request()) && response.code() == status
          ? change.apply(response)
          : response;
    };
  }

  static Response withJson(Response response, Consumer<ObjectNode> change) {
    try {
      ObjectNode body = (ObjectNode) JSON.readTree(response.body().bytes());
      change.accept(body);
      return withBody(response, "application/json", body.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Response withBody(Response response, String type, String body) {
    response.close();
    return response
        .newBuilder()
        .header("Content-Type", type)
        .body(ResponseBody.create(body, MediaType.get(type)))
        .build();
  }

  static Predicate<Request> isOf(ReadEndpoint endpoint) {
    Pattern path = Pattern.compile("/" + endpoint.path().replaceAll("\\{[^}]+}", "[^/]+"));
    return request -> path.matcher(request.url().encodedPath()).matches();
  }
}
