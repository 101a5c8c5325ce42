package visibuild.processor.validation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.AnnotationValueModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.SourceLocation;
import visibuild.processor.model.Verb;

/**
 * No header, field, part or query parameter replaces the HTTP verb on the server. Such a request
 * would write although its verb, and so its scope and the team's policy, allow only reading.
 */
final class MethodOverrideRules implements MethodRules {
  private static final Set<String> HEADERS =
      Set.of("x-http-method-override", "x-http-method", "x-method-override");

  private static final String FIELD = "_method";

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    Optional<AnnotationModel> headers = method.annotation(RetrofitAnnotations.HEADERS);
    if (headers.isPresent()) {
      for (AnnotationValueModel header : headers.get().elements("value")) {
        String name = new FixedHeader(header.text()).name().strip();
        if (isOverride(name)) {
          report(method, "the header " + name, header.location(), problems);
        }
      }
    }
    for (Parameter parameter : method.parameters()) {
      for (AnnotationModel use : parameter.retrofitAnnotations()) {
        check(method, use, problems);
      }
    }
    Optional<Verb> verb = method.verb();
    if (verb.isPresent() && setsField(verb.get())) {
      report(method, "the query parameter " + FIELD, verb.get().pathLocation(), problems);
    }
  }

  private static void check(ApiMethod method, AnnotationModel use, Problems problems) {
    String name = use.text("value").strip();
    if (use.is(RetrofitAnnotations.HEADER) && isOverride(name)) {
      report(method, "the header " + name, use.locationOf("value"), problems);
    } else if (!use.is(RetrofitAnnotations.PATH)
        && !use.is(RetrofitAnnotations.HEADER)
        && name.equalsIgnoreCase(FIELD)) {
      report(
          method,
          "the %s %s".formatted(use.type().simpleName().toLowerCase(Locale.ROOT), name),
          use.locationOf("value"),
          problems);
    }
  }

  private static boolean setsField(Verb verb) {
    for (String key : new PathText(verb.path()).keys()) {
      if (isField(key)) {
        return true;
      }
    }
    return false;
  }

  /** Rack and other servers take an underscore in a name for a hyphen. */
  private static boolean isOverride(String header) {
    return HEADERS.contains(header.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The underscore may be written as {@code %5F}. */
  private static boolean isField(String key) {
    return key.toLowerCase(Locale.ROOT).replace("%5f", "_").equals(FIELD);
  }

  private static void report(
      ApiMethod method, String place, SourceLocation location, Problems problems) {
    problems.add(
        Rule.METHOD_OVERRIDE,
        location,
        "%s can replace its HTTP verb by %s.".formatted(method.label(), place),
        "Remove it, and declare the verb itself: @PUT, @PATCH or @DELETE.");
  }
}
