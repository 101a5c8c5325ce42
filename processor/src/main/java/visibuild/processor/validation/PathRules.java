package visibuild.processor.validation;

import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/** A method says where its request goes, once, and that is below the interface's path. */
final class PathRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    for (Verb verb : method.verbs()) {
      checkQuery(method, verb, new PathText(verb.path()), problems);
    }
    method
        .verb()
        .ifPresent(
            verb -> {
              PathText path = new PathText(verb.path());
              if (checkPresent(method, verb, problems)) {
                checkInside(method, verb, path, api, problems);
                checkSpelling(method, verb, path, problems);
                checkRepeated(method, verb, path, api, problems);
                PlaceholderRules.check(method, verb, path, problems);
              }
            });
  }

  /** Whether the verb's path is what the request goes to. */
  private static boolean checkPresent(ApiMethod method, Verb verb, Problems problems) {
    boolean urlIsParameter = method.uses(RetrofitAnnotations.URL);
    if (verb.path().isEmpty() && !urlIsParameter) {
      problems.add(
          Rule.MISSING_PATH,
          verb.pathLocation(),
          method.label() + " does not say which path its request goes to.",
          "Write the path below the interface's, such as %s.".formatted(verb.example("projects")));
    }
    if (!verb.path().isEmpty() && urlIsParameter) {
      problems.add(
          Rule.URL_BESIDE_PATH,
          verb.pathLocation(),
          method.label() + " has a path and a parameter with @Url: one of them too many.",
          "Write @%s without a path, or take the parameter out.".formatted(verb.name()));
    }
    return !urlIsParameter && !verb.path().isEmpty();
  }

  private static void checkInside(
      ApiMethod method, Verb verb, PathText path, ApiInterface api, Problems problems) {
    path.escapesBasePath()
        .ifPresent(
            wayOut ->
                problems.add(
                    Rule.PATH_LEAVES_API,
                    verb.pathLocation(),
                    "The path \"%s\" of %s %s, which leads out of \"%s\"."
                        .formatted(path.text(), method.label(), wayOut, api.path()),
                    "Write the path below that, such as "
                        + verb.example("projects")
                        + "; another API is an interface of its own, with @VisibuildApi(path ="
                        + " ...)."));
  }

  /** A path that leads out is reported as that. */
  private static void checkSpelling(ApiMethod method, Verb verb, PathText path, Problems problems) {
    NonCanonicalPath.of(path)
        .filter(spelling -> path.escapesBasePath().isEmpty())
        .ifPresent(
            spelling ->
                problems.add(
                    Rule.PATH_SPELLING,
                    verb.pathLocation(),
                    "The path \"%s\" of %s %s."
                        .formatted(
                            HeaderText.shown(path.text()), method.label(), spelling.problem()),
                    spelling.instead()));
  }

  private static void checkRepeated(
      ApiMethod method, Verb verb, PathText path, ApiInterface api, Problems problems) {
    boolean repeated = !api.path().isEmpty() && path.text().startsWith(api.path());
    if (repeated && path.escapesBasePath().isEmpty()) {
      String rest = path.text().substring(api.path().length());
      problems.add(
          Rule.REPEATED_API_PATH,
          verb.pathLocation(),
          "The path \"%s\" of %s begins with \"%s\", which %s puts in front of it already."
              .formatted(path.text(), method.label(), api.path(), api.label()),
          "Write %s.".formatted(verb.example(rest.isEmpty() ? "projects" : rest)));
    }
  }

  private static void checkQuery(ApiMethod method, Verb verb, PathText path, Problems problems) {
    for (String name : path.queryPlaceholders()) {
      problems.add(
          Rule.QUERY_PLACEHOLDER,
          verb.pathLocation(),
          "{%s} stands in the query of %s, where nothing is filled in."
              .formatted(name, method.label()),
          "Take it out of the path, and write a parameter: @Query(\"%s\").".formatted(name));
    }
  }
}
