package visibuild.processor.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import visibuild.processor.model.AnnotationUse;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/**
 * A method's path stays below the interface's, and its placeholders and parameters fit together.
 */
final class PathRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    method
        .verb()
        .ifPresent(
            verb -> {
              PathText path = new PathText(verb.path());
              if (checkPresent(method, verb, problems)) {
                checkInside(method, verb, path, api, problems);
                checkQuery(method, verb, path, problems);
                checkPlaceholders(method, verb, path, problems);
              }
            });
  }

  /** Whether the verb's path is what the request goes to. */
  private static boolean checkPresent(ApiMethod method, Verb verb, Problems problems) {
    boolean urlIsParameter = hasUrl(method);
    if (verb.path().isEmpty() != urlIsParameter) {
      problems.add(
          Rule.MISSING_PATH,
          verb.pathAnchor(),
          urlIsParameter
              ? method.label() + " has a path and a parameter with @Url: one of them too many."
              : method.label() + " does not say which path its request goes to.",
          urlIsParameter
              ? "Write @%s without a path, or take the parameter out.".formatted(verb.name())
              : "Write the path below the interface's, such as %s."
                  .formatted(example(verb, "projects")));
    }
    return !urlIsParameter && !verb.path().isEmpty();
  }

  private static void checkInside(
      ApiMethod method, Verb verb, PathText path, ApiInterface api, Problems problems) {
    path.wayOut()
        .ifPresent(
            wayOut ->
                problems.add(
                    Rule.PATH_LEAVES_API,
                    verb.pathAnchor(),
                    "The path \"%s\" of %s %s, which leads out of \"%s\"."
                        .formatted(path.text(), method.label(), wayOut, api.path()),
                    "Write the path below that, such as "
                        + example(verb, "projects")
                        + "; another API is an interface of its own, with @VisibuildApi(path ="
                        + " ...)."));
  }

  private static void checkQuery(ApiMethod method, Verb verb, PathText path, Problems problems) {
    for (String name : path.queryPlaceholders()) {
      problems.add(
          Rule.QUERY_PLACEHOLDER,
          verb.pathAnchor(),
          "{%s} stands in the query of %s, where nothing is filled in."
              .formatted(name, method.label()),
          "Take it out of the path, and write a parameter: @Query(\"%s\").".formatted(name));
    }
  }

  private static void checkPlaceholders(
      ApiMethod method, Verb verb, PathText path, Problems problems) {
    Set<String> unfilled = new HashSet<>(path.placeholders());
    List<Parameter> unknown = new ArrayList<>();
    Set<String> filled = new HashSet<>();
    for (Parameter parameter : method.parameters()) {
      parameter
          .annotation(RetrofitAnnotations.PATH)
          .ifPresent(
              annotation -> {
                String name = annotation.text("value");
                if (!path.placeholders().contains(name)) {
                  unknown.add(parameter);
                } else if (!filled.add(name)) {
                  reportRepeated(method, annotation, problems);
                }
                unfilled.remove(name);
              });
    }
    unknown.forEach(parameter -> reportUnknown(method, parameter, unfilled, verb, problems));
    path.placeholders().stream()
        .filter(unfilled::contains)
        .filter(name -> unknown.isEmpty() || NearMiss.of(name, namesOf(unknown)).isEmpty())
        .forEach(name -> reportUnfilled(method, name, verb, problems));
  }

  private static void reportRepeated(
      ApiMethod method, AnnotationUse annotation, Problems problems) {
    String name = annotation.text("value");
    problems.add(
        Rule.REPEATED_PLACEHOLDER,
        annotation.anchorOf("value"),
        "{%s} of %s gets a value from two parameters.".formatted(name, method.label()),
        "Keep one of the parameters with @Path(\"%s\").".formatted(name));
  }

  private static void reportUnknown(
      ApiMethod method, Parameter parameter, Set<String> unfilled, Verb verb, Problems problems) {
    AnnotationUse annotation = parameter.annotation(RetrofitAnnotations.PATH).orElseThrow();
    String name = annotation.text("value");
    problems.add(
        Rule.UNKNOWN_PLACEHOLDER,
        annotation.anchorOf("value"),
        "The path \"%s\" of %s has no {%s}.".formatted(verb.path(), method.label(), name),
        NearMiss.of(name, unfilled)
            .map("Did you mean @Path(\"%s\")?"::formatted)
            .orElse(
                "Write {%s} into the path where the value belongs, or use @Query(\"%s\")."
                    .formatted(name, name)));
  }

  private static void reportUnfilled(ApiMethod method, String name, Verb verb, Problems problems) {
    problems.add(
        Rule.UNFILLED_PLACEHOLDER,
        verb.pathAnchor(),
        "{%s} in the path of %s gets no value.".formatted(name, method.label()),
        "Add a parameter: @Path(\"%s\") String %s.".formatted(name, name.replace('-', '_')));
  }

  private static Set<String> namesOf(List<Parameter> parameters) {
    Set<String> names = new HashSet<>();
    parameters.forEach(
        parameter ->
            parameter
                .annotation(RetrofitAnnotations.PATH)
                .ifPresent(annotation -> names.add(annotation.text("value"))));
    return names;
  }

  private static boolean hasUrl(ApiMethod method) {
    return method.parameters().stream()
        .anyMatch(parameter -> parameter.annotation(RetrofitAnnotations.URL).isPresent());
  }

  private static String example(Verb verb, String path) {
    return verb.annotation().is(RetrofitAnnotations.HTTP)
        ? "@HTTP(method = \"%s\", path = \"%s\")".formatted(verb.name(), path)
        : "@%s(\"%s\")".formatted(verb.name(), path);
  }
}
