package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/**
 * No two methods of an interface make the same request in the same way. A method whose request is
 * chosen by the caller is left out: by a URL, or by a body or a map of free content.
 */
final class DuplicateRequestRules {
  /** A server may choose its action by the content, so two names may stand for two actions. */
  private static final Set<ClassName> BODIES =
      Set.of(RetrofitAnnotations.BODY, RetrofitAnnotations.PART);

  private DuplicateRequestRules() {}

  /** All that Retrofit reads of a method, which is everything except its name. */
  private record Request(
      String answer, List<String> annotations, List<String> parameters, boolean varargs) {
    static Request of(ApiMethod method) {
      return new Request(
          method.returnShape().execution()
              + " "
              + method.returnType().source().withoutAnnotations(),
          sources(method.annotations()),
          method.parameters().stream().map(Request::source).toList(),
          method.varargs());
    }

    private static String source(Parameter parameter) {
      return parameter.type().source().withoutAnnotations()
          + " "
          + sources(parameter.annotations());
    }

    private static List<String> sources(List<AnnotationModel> annotations) {
      return annotations.stream().map(use -> use.source().toString()).sorted().toList();
    }
  }

  /**
   * Returns a cheap key, equal for methods with the same request: writing out all annotations and
   * types of each method is expensive.
   */
  private static String outline(ApiMethod method) {
    StringBuilder outline = new StringBuilder();
    for (AnnotationModel annotation : method.annotations()) {
      outline.append(annotation.label()).append(' ');
    }
    outline.append(method.parameters().size());
    for (Verb verb : method.verbs()) {
      outline.append(' ').append(verb.path());
    }
    return outline.toString();
  }

  private static boolean isCompared(ApiMethod method) {
    if (method.carried().deprecated().isPresent() || method.verb().isEmpty()) {
      return false;
    }
    for (Parameter parameter : method.parameters()) {
      if (isFree(parameter)) {
        return false;
      }
    }
    return true;
  }

  /** A deprecated method may stay beside the one that replaces it. */
  static void check(ApiInterface api, Problems problems) {
    Map<String, List<ApiMethod>> alike = new LinkedHashMap<>();
    for (ApiMethod method : api.methods()) {
      if (isCompared(method)) {
        String outline = outline(method);
        List<ApiMethod> others = alike.get(outline);
        if (others == null) {
          others = new ArrayList<>();
          alike.put(outline, others);
        }
        others.add(method);
      }
    }
    for (List<ApiMethod> methods : alike.values()) {
      if (methods.size() > 1) {
        compare(methods, problems);
      }
    }
  }

  /** Returns whether the caller decides by {@code parameter} which request is made. */
  private static boolean isFree(Parameter parameter) {
    for (AnnotationModel annotation : parameter.annotations()) {
      ClassName type = annotation.type();
      if (type.equals(RetrofitAnnotations.URL)
          || BODIES.contains(type)
          || type.simpleName().endsWith("Map")) {
        return true;
      }
    }
    return false;
  }

  private static void compare(List<ApiMethod> methods, Problems problems) {
    Map<Request, ApiMethod> first = new HashMap<>();
    for (ApiMethod method : methods) {
      ApiMethod twin = first.putIfAbsent(Request.of(method), method);
      if (twin != null) {
        problems.add(
            Rule.REPEATED_REQUEST,
            method.location(),
            "%s makes the same request as %s, with the same parameters and return type."
                .formatted(method.label(), twin.label()),
            "Correct the annotations of the method that was copied, remove it, or mark one of the two"
                + " @Deprecated.");
      }
    }
  }
}
