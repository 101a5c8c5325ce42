package visibuild.processor.validation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import visibuild.internal.base.MethodOverrides;
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
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    Optional<AnnotationModel> headers = method.annotation(RetrofitAnnotations.HEADERS);
    if (headers.isPresent()) {
      for (AnnotationValueModel header : headers.get().elements("value")) {
        String name = new FixedHeader(header.text()).name().strip();
        if (MethodOverrides.isHeader(name)) {
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
    if (verb.isPresent()) {
      for (String key : new PathText(verb.get().path()).keys()) {
        if (MethodOverrides.isEncodedParameter(key)) {
          String name = URLDecoder.decode(key, StandardCharsets.UTF_8).strip();
          report(method, "the query parameter " + name, verb.get().pathLocation(), problems);
        }
      }
    }
  }

  private static void check(ApiMethod method, AnnotationModel use, Problems problems) {
    String name = use.text("value").strip();
    boolean isHeader = use.is(RetrofitAnnotations.HEADER);
    if (isHeader ? MethodOverrides.isHeader(name) : isParameter(name, use)) {
      report(
          method,
          "the %s %s".formatted(use.type().simpleName().toLowerCase(Locale.ROOT), name),
          use.locationOf("value"),
          problems);
    }
  }

  private static boolean isParameter(String name, AnnotationModel use) {
    return !use.is(RetrofitAnnotations.PATH)
        && (use.flag("encoded")
            ? MethodOverrides.isEncodedParameter(name)
            : MethodOverrides.isParameter(name));
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
