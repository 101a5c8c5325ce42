package visibuild.processor.validation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.Verb;

/** No two methods of an interface make the same request in the same way. */
final class DuplicateRequestRules {
  private DuplicateRequestRules() {}

  /** What Retrofit makes of a method: all of it but its name. */
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
   * What can be compared at once: to write out annotations and types costs much more, and there is
   * nothing to compare with, mostly.
   */
  private record Outline(List<String> paths, List<ClassName> annotations, int parameters) {
    static Outline of(ApiMethod method) {
      return new Outline(
          method.verbs().stream().map(Verb::path).toList(),
          method.annotations().stream().map(AnnotationModel::type).toList(),
          method.parameters().size());
    }
  }

  /** A deprecated method may stay beside the one that replaces it. */
  static void check(ApiInterface api, Problems problems) {
    Map<Outline, List<ApiMethod>> alike =
        api.methods().stream()
            .filter(method -> method.carried().deprecated().isEmpty())
            .filter(method -> method.verb().isPresent())
            .collect(groupingBy(Outline::of, LinkedHashMap::new, toList()));
    for (List<ApiMethod> methods : alike.values()) {
      if (methods.size() > 1) {
        compare(methods, problems);
      }
    }
  }

  private static void compare(List<ApiMethod> methods, Problems problems) {
    Map<Request, ApiMethod> first = new HashMap<>();
    for (ApiMethod method : methods) {
      ApiMethod twin = first.putIfAbsent(Request.of(method), method);
      if (twin != null) {
        problems.add(
            Rule.REPEATED_REQUEST,
            method.location(),
            "%s makes the same request as %s, with the same parameters and the same answer."
                .formatted(method.label(), twin.label()),
            "Correct the one whose annotations were copied; or keep one of them, and mark the other"
                + " @Deprecated.");
      }
    }
  }
}
