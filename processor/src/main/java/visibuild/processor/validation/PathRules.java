package visibuild.processor.validation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/** Each method has one path, which stays below the path of the interface. */
final class PathRules implements MethodRules {
  /** The most bytes of a constant in a class file (JVMS 4.4.7). */
  private static final int LONGEST_CONSTANT = 65535;

  private static final Pattern OTHER_API = Pattern.compile("(api/[^/{}?]+/)(.+)");

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    for (Verb verb : method.verbs()) {
      checkQuery(method, verb, new PathText(verb.path()), api, problems);
    }
    if (method.verb().isPresent()) {
      Verb verb = method.verb().get();
      PathText path = new PathText(verb.path());
      if (checkPresent(method, verb, problems)) {
        checkInside(method, verb, path, api, problems);
        checkSpelling(method, verb, path, problems);
        checkLength(method, verb, path, api, problems);
        checkRepeated(method, verb, path, api, problems);
        PlaceholderRules.check(method, verb, path, SourceLanguage.of(api), problems);
      }
    }
  }

  /** Returns whether the path of the verb is the path of the request. */
  private static boolean checkPresent(ApiMethod method, Verb verb, Problems problems) {
    boolean urlIsParameter = method.uses(RetrofitAnnotations.URL);
    if (verb.path().isEmpty() && !urlIsParameter) {
      problems.add(
          Rule.MISSING_PATH,
          verb.pathLocation(),
          method.label() + " has no path.",
          "Write the path below that of the interface, such as %s."
              .formatted(verb.example("projects")));
    }
    if (!verb.path().isEmpty() && urlIsParameter) {
      problems.add(
          Rule.URL_BESIDE_PATH,
          verb.pathLocation(),
          method.label() + " has a path and a parameter with @Url, but a request has one URL.",
          "Write @%s without a path, or remove the parameter.".formatted(verb.name()));
    }
    return !urlIsParameter && !verb.path().isEmpty();
  }

  private static void checkInside(
      ApiMethod method, Verb verb, PathText path, ApiInterface api, Problems problems) {
    Optional<String> reason = path.escapesBasePath();
    if (reason.isPresent()) {
      problems.add(
          Rule.PATH_LEAVES_API,
          verb.pathLocation(),
          "The path \"%s\" of %s %s, so the request would leave \"%s\"."
              .formatted(path.text(), method.label(), reason.get(), api.path()),
          remedyForEscape(verb, path, api));
    }
  }

  /** A path below {@code api/} of another API belongs in another interface. */
  private static String remedyForEscape(Verb verb, PathText path, ApiInterface api) {
    String relative = path.relativeTo(api.path());
    Matcher other = OTHER_API.matcher(relative);
    return other.matches()
        ? "Declare the method in an interface with @VisibuildApi(scope = Scope.%s, path = \"%s\"), and write %s."
            .formatted(api.scope(), other.group(1), verb.example(other.group(2)))
        : "Write %s.".formatted(verb.example(relative));
  }

  /** Another rule reports a path that leaves the API. */
  private static void checkSpelling(ApiMethod method, Verb verb, PathText path, Problems problems) {
    Optional<NonCanonicalPath> spelling = NonCanonicalPath.of(path);
    if (spelling.isPresent() && path.escapesBasePath().isEmpty()) {
      problems.add(
          Rule.PATH_SPELLING,
          verb.pathLocation(),
          "The path \"%s\" of %s %s."
              .formatted(path.text(), method.label(), spelling.get().problem()),
          spelling.get().instead());
    }
  }

  /** The client joins both paths to one constant. */
  private static void checkLength(
      ApiMethod method, Verb verb, PathText path, ApiInterface api, Problems problems) {
    int bytes = (api.path() + path.text()).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_CONSTANT) {
      problems.add(
          Rule.PATH_SPELLING,
          verb.pathLocation(),
          "The path of %s has %d bytes with the path of %s in front of it, but a constant has at most %d."
              .formatted(method.label(), bytes, api.label(), LONGEST_CONSTANT),
          "Shorten it.");
    }
  }

  private static void checkRepeated(
      ApiMethod method, Verb verb, PathText path, ApiInterface api, Problems problems) {
    boolean repeated = !api.path().isEmpty() && path.text().startsWith(api.path());
    if (repeated && path.escapesBasePath().isEmpty()) {
      String rest = path.text().substring(api.path().length());
      problems.add(
          Rule.REPEATED_API_PATH,
          verb.pathLocation(),
          "The path \"%s\" of %s begins with \"%s\", which %s already puts in front of it."
              .formatted(path.text(), method.label(), api.path(), api.label()),
          "Write %s.".formatted(verb.example(rest.isEmpty() ? "projects" : rest)));
    }
  }

  private static void checkQuery(
      ApiMethod method, Verb verb, PathText path, ApiInterface api, Problems problems) {
    for (String name : path.queryPlaceholders()) {
      problems.add(
          Rule.QUERY_PLACEHOLDER,
          verb.pathLocation(),
          "{%s} stands in the query of %s, but Retrofit fills placeholders only in the path."
              .formatted(name, method.label()),
          "Remove it, and add a parameter: @Query(\"%s\") %s."
              .formatted(name, SourceLanguage.of(api).parameter("String", name.replace('-', '_'))));
    }
  }
}
