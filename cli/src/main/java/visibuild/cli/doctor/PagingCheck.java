package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the paging of a list with the help article <i>Pagination</i>. */
final class PagingCheck {
  private static final Set<String> KNOWN = Set.of("pageSize", "next");

  private PagingCheck() {}

  /** Compares one page; returns the cursor of the next, or {@code null} if there is none. */
  static @Nullable String cursor(
      ServerResponse response,
      ReadEndpoint endpoint,
      int records,
      NameMask mask,
      EndpointResult result) {
    JsonNode pagination =
        response.json() == null ? MissingNode.getInstance() : response.json().path("pagination");
    if (!pagination.isObject()) {
      result.differences().add("pagination is missing, or no object");
      return null;
    }
    pagination
        .properties()
        .forEach(
            member -> {
              boolean isKnown = KNOWN.contains(member.getKey());
              String name =
                  "pagination." + (isKnown ? member.getKey() : mask.member(member.getKey()));
              result.envelope().addAll(name, member.getValue(), mask);
              if (!isKnown) {
                result.differences().add(name + " is no known member");
              }
            });
    pageSize(pagination.path("pageSize"), response, endpoint, records, result);
    return next(pagination.path("next"), response, result);
  }

  /** Reports a second page that has a record of the first. */
  static void compareWithNextPage(List<JsonNode> page, List<JsonNode> next, EndpointResult result) {
    if (next.stream().anyMatch(page::contains)) {
      result.differences().add("the second page repeats records of the first: next is ignored");
    }
  }

  private static void pageSize(
      JsonNode pageSize,
      ServerResponse response,
      ReadEndpoint endpoint,
      int records,
      EndpointResult result) {
    if (!pageSize.isIntegralNumber()) {
      result.differences().add("pagination.pageSize is missing, or no integer");
    } else if (pageSize.asInt() != endpoint.pageSize()) {
      result
          .differences()
          .add("pagination.pageSize is not " + expectation(endpoint) + " page size");
    }
    if (records > endpoint.pageSize()) {
      result
          .differences()
          .add("a page has more records than " + expectation(endpoint) + " page size");
    }
    String header = response.headers().get("X-Per-Page");
    if (header == null) {
      result.differences().add("no header X-Per-Page");
    } else if (!header.equals(pageSize.asText())) {
      result.differences().add("X-Per-Page differs from pagination.pageSize");
    }
  }

  private static String expectation(ReadEndpoint endpoint) {
    return endpoint.hasChosenPageSize() ? "the requested" : "the documented";
  }

  private static @Nullable String next(
      JsonNode next, ServerResponse response, EndpointResult result) {
    if (!next.isTextual() && !next.isNull()) {
      result.differences().add("pagination.next is missing, or neither a string nor null");
    }
    String header = response.headers().get("X-Has-Next-Page");
    if (header == null) {
      result.differences().add("no header X-Has-Next-Page");
    } else if (!Set.of("true", "false").contains(header)) {
      result.differences().add("X-Has-Next-Page is neither true nor false");
    } else if (Boolean.parseBoolean(header) != next.isTextual()) {
      result.differences().add("X-Has-Next-Page contradicts pagination.next");
    }
    return next.isTextual() ? next.asText() : null;
  }
}
