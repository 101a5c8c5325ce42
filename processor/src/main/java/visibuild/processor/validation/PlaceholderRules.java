package visibuild.processor.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/** Each placeholder of a path has one parameter that fills it, and each such parameter has one. */
final class PlaceholderRules {
  private PlaceholderRules() {}

  static void check(
      ApiMethod method, Verb verb, PathText path, SourceLanguage language, Problems problems) {
    Set<String> placeholders = path.placeholders();
    Set<String> unfilled = new HashSet<>(placeholders);
    List<AnnotationModel> paths = pathsOf(method);
    Set<String> filled = new HashSet<>();
    List<AnnotationModel> unknown = new ArrayList<>();
    for (AnnotationModel use : paths) {
      String name = use.text("value");
      if (!PathText.isPlaceholderName(name)) {
        reportName(method, use, problems);
      } else if (!placeholders.contains(name)) {
        unknown.add(use);
      } else if (!filled.add(name)) {
        reportRepeated(method, use, problems);
      }
      unfilled.remove(name);
    }
    Set<String> malformed = new HashSet<>();
    for (String text : path.otherBraces()) {
      malformed.add(placeholderLike(text));
    }
    Set<String> names = new HashSet<>();
    for (AnnotationModel use : unknown) {
      if (!malformed.contains(use.text("value"))) {
        reportUnknown(method, use, unfilled, verb, problems);
      }
      names.add(use.text("value"));
    }
    for (String name : placeholders) {
      if (unfilled.contains(name)
          && DidYouMean.suggest(name, names).isEmpty()
          && !lacksPath(method, name)) {
        reportUnfilled(method, name, verb, language, problems);
      }
    }
    for (String text : path.otherBraces()) {
      if (!isNamed(text, paths)) {
        reportMalformed(method, text, verb, problems);
      }
    }
  }

  private static List<AnnotationModel> pathsOf(ApiMethod method) {
    List<AnnotationModel> paths = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      Optional<AnnotationModel> path = parameter.annotation(RetrofitAnnotations.PATH);
      if (path.isPresent()) {
        paths.add(path.get());
      }
    }
    return paths;
  }

  /** Returns whether another rule recommends {@code @Path} for the parameter {@code name}. */
  private static boolean lacksPath(ApiMethod method, String name) {
    for (Parameter parameter : method.parameters()) {
      if (parameter.retrofitAnnotations().isEmpty()
          && (parameter.name().equals(name)
              || ForeignRequestAnnotations.fillPlaceholder(name, parameter, method))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(String braces, List<AnnotationModel> paths) {
    for (AnnotationModel path : paths) {
      if (braces.equals("{" + path.text("value") + "}")) {
        return true;
      }
    }
    return false;
  }

  private static void reportName(ApiMethod method, AnnotationModel use, Problems problems) {
    problems.add(
        Rule.PLACEHOLDER_NAME,
        use.locationOf("value"),
        "\"%s\" of %s is not a valid name for a placeholder."
            .formatted(use.text("value"), method.label()),
        "Write @Path(\"%1$s\") and {%1$s}: an ASCII letter, followed by ASCII letters, digits,"
                .formatted(placeholderLike(use.text("value")))
            + " underscores and hyphens.");
  }

  private static void reportRepeated(ApiMethod method, AnnotationModel use, Problems problems) {
    String name = use.text("value");
    problems.add(
        Rule.REPEATED_PLACEHOLDER,
        use.locationOf("value"),
        "Two parameters of %2$s fill {%1$s}.".formatted(name, method.label()),
        "Keep one of the parameters with @Path(\"%s\").".formatted(name));
  }

  private static void reportUnknown(
      ApiMethod method, AnnotationModel use, Set<String> unfilled, Verb verb, Problems problems) {
    String name = use.text("value");
    problems.add(
        Rule.UNKNOWN_PLACEHOLDER,
        use.locationOf("value"),
        "The path \"%s\" of %s has no {%s}.".formatted(verb.path(), method.label(), name),
        DidYouMean.suggest(name, unfilled)
            .map("Did you mean @Path(\"%s\")?"::formatted)
            .orElseGet(() -> placeholderFor(name, verb)));
  }

  /** Other libraries mark the place of a value by {@code :id} or {@code <id>}. */
  private static String placeholderFor(String name, Verb verb) {
    for (String mark : new String[] {":" + name, "<" + name + ">"}) {
      List<String> segments = new ArrayList<>(List.of(verb.path().split("/", -1)));
      int index = segments.indexOf(mark);
      if (index >= 0) {
        segments.set(index, "{" + name + "}");
        return "Write %s.".formatted(verb.example(String.join("/", segments)));
      }
    }
    return "Add {%1$s} to the path where the value belongs, or use @Query(\"%1$s\")."
        .formatted(name);
  }

  private static void reportUnfilled(
      ApiMethod method, String name, Verb verb, SourceLanguage language, Problems problems) {
    problems.add(
        Rule.UNFILLED_PLACEHOLDER,
        verb.pathLocation(),
        "No parameter fills {%s} in the path of %s.".formatted(name, method.label()),
        "Add a parameter: @Path(\"%s\") %s."
            .formatted(name, language.parameter("String", name.replace('-', '_'))));
  }

  private static void reportMalformed(ApiMethod method, String text, Verb verb, Problems problems) {
    problems.add(
        Rule.MALFORMED_PLACEHOLDER,
        verb.pathLocation(),
        "%s in the path of %s is not a placeholder.".formatted(text, method.label()),
        isQueryTemplate(text, verb)
            ? "Write %s, and add a parameter with @Query for each value."
                .formatted(verb.example(verb.path().replaceFirst("\\{\\?.*", "")))
            : "Write {%s}: an ASCII letter, followed by ASCII letters, digits, underscores and hyphens."
                .formatted(placeholderLike(text)));
  }

  /** Returns whether the brace opens the query of a URI template, {@code {?page,size}}. */
  private static boolean isQueryTemplate(String text, Verb verb) {
    return text.equals("{") && verb.path().contains("{?");
  }

  /**
   * Returns a valid name for a placeholder: {@code ticketId} for {@code {ticket id}}, {@code id}
   * for {@code {id:[0-9]+}}.
   */
  static String placeholderLike(String braces) {
    String text = braces.replaceFirst("[:?=*].*", "");
    StringBuilder name = new StringBuilder();
    boolean newWord = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean isLetter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
      boolean isDigit = letter >= '0' && letter <= '9';
      if (isLetter || (isDigit && !name.isEmpty())) {
        name.append(newWord && !name.isEmpty() ? Character.toUpperCase(letter) : letter);
        newWord = false;
      } else {
        newWord = true;
      }
    }
    return name.isEmpty() ? "id" : name.toString();
  }
}
