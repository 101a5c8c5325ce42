package visibuild.testing.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okio.ByteString;
import visibuild.internal.base.TextSanitizer;

/**
 * Refuses what the documentation does not name: paths, query parameters and members of bodies. The
 * real server may ignore them, and a test would then pass although a ticket lost its photo.
 */
public enum Strictness {
  /** Accepts and ignores undocumented parameters and members; unknown paths are 404. */
  LENIENT,

  /** Refuses undocumented parameters, members and paths with 400. */
  STRICT;

  /** Checks a request that no route serves. */
  public void checkPath(List<Route> routes, SandboxHttpRequest request) {
    if (this == LENIENT) {
      return;
    }
    Route nearest =
        routes.stream()
            .min(
                Comparator.comparingInt((Route route) -> route.distance(request.path()))
                    .thenComparing(route -> !route.method().equals(request.method()))
                    .thenComparing(Route::path))
            .orElseThrow();
    throw refusal(
        "%s %s is not a documented endpoint; the nearest one is %s."
            .formatted(
                TextSanitizer.clean(request.method()),
                TextSanitizer.clean(request.path()),
                nearest.label()));
  }

  /** Checks the query of a request that {@code route} serves. */
  void checkQuery(Route route, Form query) {
    checkForm("query parameter", route.label(), query, route.handler().parameters());
  }

  /**
   * Checks the parameters of {@code form}.
   *
   * @param kind the kind of parameters, for messages
   */
  public void checkForm(String kind, String endpoint, Form form, Set<String> documented) {
    check(kind, endpoint, form.names(), documented);
    if (this == STRICT) {
      form.repeatedNames().forEach(name -> refuseRepeated(kind, endpoint, name));
    }
  }

  /** Checks that a request that {@code route} serves has no body, if none is documented. */
  void checkBody(Route route, ByteString body) {
    if (this == STRICT && body.size() > 0 && !route.takesBody()) {
      throw refusal(
          "%s takes no body, and this one has %d bytes; leave it out."
              .formatted(route.label(), body.size()));
    }
  }

  /** Checks that a body has no member twice, since the server may take either. */
  void checkRepetition(String endpoint, ByteString body) {
    if (this == STRICT) {
      Json.repeatedMember(body).ifPresent(name -> refuseRepeated("body member", endpoint, name));
    }
  }

  private static void refuseRepeated(String kind, String endpoint, String name) {
    throw refusal(
        "%s gets the %s \"%s\" more than once; send it once."
            .formatted(endpoint, kind, TextSanitizer.clean(name)));
  }

  /** Checks the members of a body; {@code known} are those that the endpoint has read. */
  void checkMembers(String endpoint, Collection<String> members, Set<String> known) {
    check("body member", endpoint, members, known);
  }

  private void check(
      String kind, String endpoint, Collection<String> names, Set<String> documented) {
    if (this == LENIENT) {
      return;
    }
    for (String name : names) {
      if (!documented.contains(name)) {
        Optional<String> nearest = Nearest.name(name, documented);
        throw refusal(
            "%s has no documented %s \"%s\"; %s."
                .formatted(
                    endpoint,
                    kind,
                    TextSanitizer.clean(name),
                    nearest
                        .map(known -> "the nearest one is \"" + known + "\"")
                        .orElse("it takes none")));
      }
    }
  }

  private static HttpProblem refusal(String problem) {
    return HttpProblem.badRequest(problem + " (Refused because the sandbox is strict.)");
  }
}
