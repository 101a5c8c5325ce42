package visibuild.cli.doctor;

import static visibuild.cli.doctor.Drift.body;
import static visibuild.cli.doctor.Drift.records;
import static visibuild.cli.doctor.Drift.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import visibuild.cli.doctor.ReadEndpoint.Kind;

/** Seeded drifts: each kind of change, at random endpoints and members. */
final class Drifts {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String READ_TOKEN = "POST oauth/token (scope read)";

  private final DoctorReport baseline;
  private final Random random;

  Drifts(DoctorReport baseline, long seed) {
    this.baseline = baseline;
    this.random = new Random(seed);
  }

  /** Returns each kind {@code times} times, at different places. */
  Stream<Drift> all(int times) {
    return IntStream.range(0, times)
        .boxed()
        .flatMap(
            time ->
                Stream.of(members(), types(), formats(), bodies(), pages(), headers(), statuses())
                    .flatMap(List::stream));
  }

  /** Returns the drifts of the token endpoint and of errors, which have one place each. */
  Stream<Drift> others() {
    return Stream.of(tokens(), errors(), rateLimits()).flatMap(List::stream);
  }

  private List<Drift> members() {
    return List.of(
        at(
            "renamed member",
            this::isMember,
            (endpoint, path) ->
                Drift.of(
                    "renamed " + path,
                    endpoint.request(),
                    records(
                        endpoint,
                        json ->
                            JsonPath.edit(
                                json, path, (it, name) -> it.set("newName", it.remove(name)))),
                    path + " is missing",
                    "newName is no member of")),
        at(
            "missing member",
            this::isMember,
            (endpoint, path) ->
                Drift.of(
                    "missing " + path,
                    endpoint.request(),
                    records(endpoint, json -> JsonPath.edit(json, path, ObjectNode::remove)),
                    path + " is missing")),
        at(
            "additional member",
            this::isMember,
            (endpoint, path) ->
                Drift.of(
                    "additional member beside " + path,
                    endpoint.request(),
                    records(
                        endpoint,
                        json -> JsonPath.edit(json, path, (it, name) -> it.put("riskScore", 4711))),
                    "riskScore is no member of")),
        in(
                endpoint ->
                    !endpoint.path().startsWith("api/v2/") && result(endpoint).members().has("id"),
                "null id",
                it -> records(it, json -> JsonPath.replace(json, "id", value -> NODES.nullNode())),
                "id is null, which the record does not permit")
            .spreading());
  }

  private List<Drift> types() {
    return List.of(
        mistyped("string", "integer", value -> NODES.numberNode(123456)),
        mistyped("integer", "string", value -> NODES.textNode(value.asText())),
        mistyped("boolean", "string", value -> NODES.textNode(value.asText())),
        mistyped("array", "object", value -> NODES.objectNode()),
        mistyped("object", "array", value -> NODES.arrayNode()),
        mistyped("string", "object", value -> NODES.objectNode().put("en", "text")));
  }

  private List<Drift> formats() {
    return List.of(
        reformatted(
            "new enum value",
            TextFormat.ENUM::equals,
            text -> "brand_new_value",
            " has a value that "),
        reformatted(
            "time with an offset",
            format -> format.startsWith(TextFormat.UTC),
            text -> text.replace("Z", "+10:00"),
            " has the format date-time-offset-3; expected a time in UTC"),
        reformatted(
            "time without a zone",
            format -> format.startsWith(TextFormat.UTC),
            text -> text.replace("Z", ""),
            " has the format date-time-local-3; expected a time in UTC"),
        reformatted(
            "time in words",
            format -> format.startsWith(TextFormat.UTC),
            text -> "Mon, 02 Mar 2026",
            " has the format text; expected a time in UTC"),
        reformatted(
            "date in another order",
            TextFormat.DATE::equals,
            text -> "31/05/2026",
            " has the format text; expected a date"),
        reformatted(
                "other id",
                TextFormat.UUID::equals,
                text -> "4711",
                "; expected an id in UUID layout")
            .spreading());
  }

  private List<Drift> bodies() {
    return List.of(
        anywhere(
            "HTML",
            it -> response(it, each -> Drift.withBody(each, "text/html", "<p>Sign in</p>")),
            "the body is no JSON object (text/html)"),
        anywhere(
            "half a body",
            it -> response(it, each -> Drift.withBody(each, "application/json", "{\"data\": {")),
            "the body is no JSON object (application/json)"),
        anywhere(
            "no data",
            it -> body(it, json -> json.set("records", json.remove("data"))),
            "data is of type missing; expected an object",
            "is no known member of the envelope"),
        anywhere(
            "two members of data",
            it -> body(it, json -> ((ObjectNode) json.get("data")).put("total", 5)),
            "data has several members; expected one"),
        anywhere(
            "data without an envelope",
            it -> body(it, json -> json.set("data", json.get("data").elements().next())),
            "data "),
        anywhere(
            "additional member of the envelope",
            it -> body(it, json -> json.put("status", "ok")),
            "status is no known member of the envelope"));
  }

  private List<Drift> pages() {
    return List.of(
        inLists(
            "renamed cursor",
            it -> pagination(it, json -> json.set("nextPage", json.remove("next"))),
            "pagination.next is missing",
            "pagination.nextPage is no known member"),
        inLists(
            "cursor that is a number",
            it -> pagination(it, json -> json.put("next", 17)),
            "pagination.next is missing, or neither a string nor null"),
        inLists(
            "page size that is text",
            it -> pagination(it, json -> json.put("pageSize", json.get("pageSize").asText())),
            "pagination.pageSize is missing, or no integer"),
        inLists(
            "no pagination",
            it -> body(it, json -> json.remove("pagination")),
            "pagination is missing"),
        inLists(
            "another page size",
            it -> pagination(it, json -> json.put("pageSize", 25)),
            "pagination.pageSize is not "),
        in(
            this::isLongList,
            "ignored cursor",
            it -> Drift.request(it, each -> without(each, "next")),
            "the second page repeats records of the first"),
        in(
            it -> isLongList(it) && it.hasChosenPageSize(),
            "ignored page size",
            it -> Drift.request(it, each -> without(each, "pageSize")),
            "pagination.pageSize is not the requested page size",
            "a page has more records than the requested page size"));
  }

  private List<Drift> headers() {
    return List.of(
        inLists(
            "no X-Has-Next-Page",
            it -> response(it, each -> without(each, "X-Has-Next-Page")),
            "no header X-Has-Next-Page"),
        inLists(
            "renamed X-Has-Next-Page",
            it ->
                response(
                    it,
                    each ->
                        without(each, "X-Has-Next-Page")
                            .newBuilder()
                            .header("X-More", "1")
                            .build()),
            "no header X-Has-Next-Page"),
        inLists(
            "X-Has-Next-Page in words",
            it -> response(it, each -> with(each, "X-Has-Next-Page", "yes")),
            "X-Has-Next-Page is neither true nor false"),
        in(
            this::isLongList,
            "contradicting X-Has-Next-Page",
            it -> response(it, each -> with(each, "X-Has-Next-Page", "false")),
            "X-Has-Next-Page contradicts pagination.next"),
        inLists(
            "no X-Per-Page",
            it -> response(it, each -> without(each, "X-Per-Page")),
            "no header X-Per-Page"),
        inLists(
            "other X-Per-Page",
            it -> response(it, each -> with(each, "X-Per-Page", "77")),
            "X-Per-Page differs from pagination.pageSize"),
        anywhere(
            "no X-Request-Id",
            it -> response(it, each -> without(each, "X-Request-Id")),
            "a response has no X-Request-Id header"));
  }

  private List<Drift> statuses() {
    return Stream.of(201, 204, 302, 403, 404, 500, 503)
        .map(
            status ->
                anywhere(
                    "status " + status,
                    it -> response(it, each -> each.newBuilder().code(status).build()),
                    "status " + status + "; expected 200"))
        .map(Drift::spreading)
        .toList();
  }

  private List<Drift> tokens() {
    return List.of(
        token("no created_at", json -> json.remove("created_at"), "created_at is missing"),
        token("no expires_in", json -> json.remove("expires_in"), "expires_in is missing"),
        token(
            "expires_in that is text",
            json -> json.put("expires_in", "3600"),
            "expires_in is of type string; expected integer"),
        token(
            "another lifetime",
            json -> json.put("expires_in", 7200),
            "expires_in is not the documented hour"),
        token("another type", json -> json.put("token_type", "MAC"), "token_type is not Bearer"),
        token("no scope", json -> json.remove("scope"), "scope is missing"),
        token(
            "more scope",
            json -> json.put("scope", "read write"),
            "scope is not the requested one"),
        token(
            "additional member",
            json -> json.put("refresh_token", "secret"),
            "<masked> is no known member"),
        Drift.of(
            "skewed clock",
            Drift.CONNECTION,
            response(
                Drifts::isTokenRequest,
                200,
                each -> with(each, "Date", "Mon, 02 Mar 2026 08:55:00 GMT")),
            "differ by more than 30 s"));
  }

  private List<Drift> errors() {
    return Examination.ENDPOINTS.stream()
        .filter(endpoint -> endpoint.kind() == Kind.SINGLE)
        .flatMap(
            endpoint ->
                Stream.of(
                    error(
                        endpoint,
                        "status 400",
                        each -> each.newBuilder().code(400).build(),
                        "status 400; expected 404"),
                    error(
                        endpoint,
                        "HTML",
                        each -> Drift.withBody(each, "text/html", "<p>Not found</p>"),
                        "the body is no JSON object (text/html)"),
                    error(
                        endpoint,
                        "other members",
                        each ->
                            Drift.withBody(each, "application/json", "{\"title\": \"Not found\"}"),
                        "title is no known member of an error",
                        "none of error, errors, message and error_description is present")))
        .toList();
  }

  private List<Drift> rateLimits() {
    return Stream.of("X-RateLimit-Remaining", "RateLimit-Reset", "RateLimit")
        .map(
            header -> {
              ReadEndpoint endpoint = any(it -> true);
              return in(
                  endpoint,
                  "no " + header,
                  it ->
                      chain -> {
                        Response response = chain.proceed(chain.request());
                        return Drift.isOf(it).test(chain.request()) && response.code() == 200
                            ? response
                            : with(response, header, "17");
                      },
                  "no header " + header.toLowerCase(Locale.ROOT));
            })
        .toList();
  }

  private Drift token(String name, Consumer<ObjectNode> change, String... expected) {
    return Drift.of(
        name,
        READ_TOKEN,
        response(Drifts::isTokenRequest, 200, each -> Drift.withJson(each, change)),
        expected);
  }

  private static Drift error(
      ReadEndpoint endpoint, String name, Function<Response, Response> change, String... expected) {
    return Drift.of(
        name,
        endpoint.request() + " (random id)",
        response(Drift.isOf(endpoint), 404, change),
        expected);
  }

  private Drift mistyped(String from, String to, Function<JsonNode, JsonNode> change) {
    return at(
        from + " to " + to,
        path -> true,
        member -> member.types().contains(from),
        (endpoint, path) ->
            Drift.of(
                    to + " for the " + from + " " + path,
                    endpoint.request(),
                    records(endpoint, json -> JsonPath.replace(json, path, change::apply)),
                    path + " is of type " + to + "; expected ")
                .spreading());
  }

  private Drift reformatted(
      String name, Predicate<String> format, Function<String, String> change, String expected) {
    return at(
        name,
        path -> !format.test(TextFormat.UUID) || path.matches("(.*\\.)?(id|[a-z]+Id)"),
        member -> member.formats().stream().anyMatch(format) && member.formats().size() == 1,
        (endpoint, path) ->
            Drift.of(
                name + " in " + path,
                endpoint.request(),
                records(
                    endpoint,
                    json ->
                        JsonPath.replace(
                            json, path, value -> NODES.textNode(change.apply(value.asText())))),
                expected));
  }

  private Drift at(
      String name, Predicate<String> path, BiFunction<ReadEndpoint, String, Drift> drift) {
    return at(name, path, member -> true, drift);
  }

  /** Chooses a member that the sandbox sends. */
  private Drift at(
      String name,
      Predicate<String> path,
      Predicate<Shape.Member> member,
      BiFunction<ReadEndpoint, String, Drift> drift) {
    record Place(ReadEndpoint endpoint, String path) {}
    List<Place> places =
        Examination.ENDPOINTS.stream()
            .flatMap(
                endpoint ->
                    result(endpoint).members().members().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(Shape.ROOT))
                        .filter(entry -> path.test(entry.getKey()) && member.test(entry.getValue()))
                        .map(entry -> new Place(endpoint, entry.getKey())))
            .toList();
    if (places.isEmpty()) {
      throw new IllegalStateException("The sandbox sends no member for: " + name);
    }
    Place place = places.get(random.nextInt(places.size()));
    return drift.apply(place.endpoint(), place.path());
  }

  private Drift anywhere(
      String name, Function<ReadEndpoint, Interceptor> change, String... expected) {
    return in(endpoint -> true, name, change, expected);
  }

  private Drift inLists(
      String name, Function<ReadEndpoint, Interceptor> change, String... expected) {
    return in(endpoint -> endpoint.kind() == Kind.LIST, name, change, expected);
  }

  private Drift in(
      Predicate<ReadEndpoint> endpoints,
      String name,
      Function<ReadEndpoint, Interceptor> change,
      String... expected) {
    return in(any(endpoints), name, change, expected);
  }

  /** A list without records has consequences for the endpoints that need its ids. */
  private static Drift in(
      ReadEndpoint endpoint,
      String name,
      Function<ReadEndpoint, Interceptor> change,
      String... expected) {
    return Drift.of(name, endpoint.request(), change.apply(endpoint), expected);
  }

  private ReadEndpoint any(Predicate<ReadEndpoint> endpoints) {
    List<ReadEndpoint> candidates = Examination.ENDPOINTS.stream().filter(endpoints).toList();
    return candidates.get(random.nextInt(candidates.size()));
  }

  private static Interceptor pagination(ReadEndpoint endpoint, Consumer<ObjectNode> change) {
    return body(endpoint, json -> change.accept((ObjectNode) json.get("pagination")));
  }

  private boolean isMember(String path) {
    return !path.endsWith("[]");
  }

  /** A list with a second page. */
  private boolean isLongList(ReadEndpoint endpoint) {
    return endpoint.kind() == Kind.LIST
        && result(endpoint).envelope().members().get("pagination.next").types().contains("string");
  }

  private EndpointResult result(ReadEndpoint endpoint) {
    return baseline.endpoints().stream()
        .filter(result -> result.request().equals(endpoint.request()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isTokenRequest(Request request) {
    return request.url().encodedPath().equals("/oauth/token");
  }

  private static Request without(Request request, String parameter) {
    return request
        .newBuilder()
        .url(request.url().newBuilder().removeAllQueryParameters(parameter).build())
        .build();
  }

  private static Response without(Response response, String header) {
    return response.newBuilder().removeHeader(header).build();
  }

  private static Response with(Response response, String header, String value) {
    return response.newBuilder().header(header, value).build();
  }
}
