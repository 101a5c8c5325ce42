package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;
import visibuild.cli.doctor.ReadEndpoint.Kind;

/**
 * Sends one examination: a token request of scope {@code read}, then GET requests to each endpoint.
 *
 * <p>An id in a path is one that an earlier list returned. If a list is empty, the same list of
 * other parents is tried, because one project without milestones says nothing about milestones. For
 * use by one thread, once.
 */
public final class Doctor {
  private static final String NO_RECORD = "no record";

  private final ApiServer server;
  private final Session session;
  private final List<ReadEndpoint> endpoints;
  private final Supplier<UUID> randomIds;
  private final NameMask names;
  private final List<EndpointResult> results = new ArrayList<>();
  private final RecordPaths recordPaths = new RecordPaths();

  Doctor(ApiServer server, List<ReadEndpoint> endpoints, Clock clock, Supplier<UUID> randomIds) {
    this.server = server;
    this.session = new Session(server, clock);
    this.endpoints = endpoints;
    this.randomIds = randomIds;
    this.names = Vocabulary.mask(endpoints);
  }

  /**
   * Creates an examination of all endpoints of {@code visibuild-client}.
   *
   * @param clock the clock that the server's is compared with
   * @param randomIds creates ids that no record has
   */
  public static Doctor of(OkHttpApiServer server, Clock clock, Supplier<UUID> randomIds) {
    return new Doctor(server, ReadEndpoints.ofClient(), clock, randomIds);
  }

  /**
   * Sends the requests and compares the responses.
   *
   * @param declared the declared scope of the credential
   * @param checksWriteScope whether a token of scope {@code read write} is requested and dropped
   * @throws IOException if the token endpoint does not respond
   */
  public DoctorReport examine(Scope declared, boolean checksWriteScope) throws IOException {
    List<TokenResult> tokens = new ArrayList<>();
    String noToken = null;
    if (server.requestsTokens()) {
      TokenResult read = requestToken(Scope.READ);
      tokens.add(read);
      noToken = read.isGranted() ? null : "no token of scope \"read\"";
    }
    for (ReadEndpoint endpoint : endpoints) {
      results.add(
          noToken == null
              ? examine(endpoint)
              : EndpointResult.notChecked(endpoint.request(), noToken));
    }
    if (noToken == null) {
      endpoints.stream()
          .filter(each -> each.kind() == Kind.SINGLE && each.endsWithPlaceholder())
          .forEach(each -> results.add(examineRandomId(each)));
    }
    if (server.requestsTokens() && declared == Scope.READ_WRITE) {
      tokens.add(
          checksWriteScope
              ? requestToken(Scope.READ_WRITE)
              : TokenResult.notChecked(
                  Scope.READ_WRITE, "--check-write-scope requests such a token and drops it"));
    }
    HeaderNames.compareRateLimits(results);
    return new DoctorReport(session.facts(), tokens, results, failure(tokens));
  }

  private TokenResult requestToken(Scope scope) throws IOException {
    return TokenCheck.of(session.requestToken(scope), scope, names);
  }

  private @Nullable String failure(List<TokenResult> tokens) {
    if (!session.hasResponse()) {
      return "The server sent no response; check the origin, the network and the proxy.";
    }
    return tokens.stream()
        .filter(token -> token.scope() == Scope.READ && token.response().status() != 200)
        .map(Doctor::refusal)
        .findFirst()
        .orElse(null);
  }

  private static String refusal(TokenResult token) {
    int status = token.response().status();
    String code = token.errorCode() == null ? "" : ", " + token.errorCode();
    return status == 400 || status == 401
        ? "The token endpoint refused the credential (status %d%s); check the client id, the client secret, the scope and the region."
            .formatted(status, code)
        : "The token endpoint sent no token (status %d); try again later, and check the region or the base URL."
            .formatted(status);
  }

  private EndpointResult examine(ReadEndpoint endpoint) {
    String stopReason = session.stopReason();
    if (stopReason != null) {
      return EndpointResult.notChecked(endpoint.request(), stopReason);
    }
    if (endpoint.requiredQuery() != null) {
      return EndpointResult.notChecked(
          endpoint.request(), "the parameter " + endpoint.requiredQuery() + " is required");
    }
    EndpointResult result = new EndpointResult(endpoint.request());
    Class<?> type = endpoint.record();
    RecordCheck records =
        type == null ? null : new RecordCheck(type, result.members(), result.differences());
    boolean hasRecord = false;
    for (List<String> parent : recordPaths.parentsOf(endpoint)) {
      hasRecord = examine(endpoint, RecordPaths.path(endpoint, parent), records, result);
      if (hasRecord) {
        recordPaths.prefer(parent, endpoint);
      }
      if (hasRecord || endpoint.kind() != Kind.LIST || result.status() != 200) {
        break;
      }
    }
    boolean isEmpty = result.status() == 200 || result.differences().isEmpty();
    if (!hasRecord && isEmpty) {
      result.setNotChecked(NO_RECORD);
    }
    if (records != null) {
      records.finish();
    }
    return result;
  }

  /** Returns whether the response has a record to compare. */
  private boolean examine(
      ReadEndpoint endpoint,
      List<String> path,
      @Nullable RecordCheck check,
      EndpointResult result) {
    ServerResponse response = session.get(path, query(endpoint, null), result);
    if (response == null || !result.hasStatus(response, 200)) {
      return false;
    }
    NameMask mask = names.hidingValuesOf(response.json());
    if (check == null) {
      result.members().addAll(Shape.ROOT, bodyOf(response), mask);
      return response.json() != null;
    }
    List<JsonNode> page = EnvelopeCheck.records(response, endpoint.kind(), mask, result);
    page.forEach(record -> check.compare(record, mask));
    if (endpoint.kind() == Kind.LIST) {
      recordPaths.add(endpoint, path, page);
      String next = PagingCheck.cursor(response, endpoint, page.size(), mask, result);
      if (next != null && session.stopReason() == null) {
        examineNextPage(endpoint, path, next, page, check, result);
      }
    }
    return !page.isEmpty();
  }

  private void examineNextPage(
      ReadEndpoint endpoint,
      List<String> path,
      String next,
      List<JsonNode> page,
      RecordCheck check,
      EndpointResult result) {
    ServerResponse response = session.get(path, query(endpoint, next), result);
    if (response == null || !result.hasStatus(response, 200)) {
      return;
    }
    NameMask mask = names.hidingValuesOf(response.json());
    List<JsonNode> nextPage = EnvelopeCheck.records(response, Kind.LIST, mask, result);
    nextPage.forEach(record -> check.compare(record, mask));
    String unused = PagingCheck.cursor(response, endpoint, nextPage.size(), mask, result);
    PagingCheck.compareWithNextPage(page, nextPage, result);
  }

  private EndpointResult examineRandomId(ReadEndpoint endpoint) {
    String request = endpoint.request() + " (random id)";
    Optional<List<String>> path = recordPaths.pathForId(endpoint, randomIds.get().toString());
    String stopReason = session.stopReason();
    if (path.isEmpty() || stopReason != null) {
      return EndpointResult.notChecked(request, stopReason == null ? NO_RECORD : stopReason);
    }
    EndpointResult result = new EndpointResult(request);
    ServerResponse response = session.get(path.get(), Map.of(), result);
    if (response != null) {
      ErrorCheck.compare(response, names.hidingValuesOf(response.json()), result);
    }
    return result;
  }

  private static Map<String, String> query(ReadEndpoint endpoint, @Nullable String next) {
    Map<String, String> query = new HashMap<>();
    if (endpoint.kind() == Kind.LIST && endpoint.hasChosenPageSize()) {
      query.put("pageSize", String.valueOf(endpoint.pageSize()));
    }
    if (next != null) {
      query.put("next", next);
    }
    return query;
  }

  private static JsonNode bodyOf(ServerResponse response) {
    JsonNode json = response.json();
    return json == null ? MissingNode.getInstance() : json;
  }
}
