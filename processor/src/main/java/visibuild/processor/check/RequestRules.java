package visibuild.processor.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import visibuild.processor.model.AnnotationUse;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;

/** No two methods of an interface make the same request in the same way. */
final class RequestRules {
  private RequestRules() {}

  /** What Retrofit makes of a method: all of it but its name. */
  private record Request(
      String answer, List<String> annotations, List<String> parameters, boolean varargs) {
    static Request of(ApiMethod method) {
      return new Request(
          method.answer().waiting() + " " + method.result().source().withoutAnnotations(),
          sources(method.annotations()),
          method.parameters().stream().map(Request::source).toList(),
          method.varargs());
    }

    private static String source(Parameter parameter) {
      return parameter.type().source().withoutAnnotations()
          + " "
          + sources(parameter.annotations());
    }

    private static List<String> sources(List<AnnotationUse> annotations) {
      return annotations.stream().map(use -> use.source().toString()).sorted().toList();
    }
  }

  /** A deprecated method may stay beside the one that replaces it. */
  static void check(ApiInterface api, Problems problems) {
    Map<Request, ApiMethod> first = new HashMap<>();
    for (ApiMethod method : api.methods()) {
      if (method.cautions().deprecated().isPresent() || method.verb().isEmpty()) {
        continue;
      }
      ApiMethod twin = first.putIfAbsent(Request.of(method), method);
      if (twin != null) {
        problems.add(
            Rule.REPEATED_REQUEST,
            method.anchor(),
            "%s makes the same request as %s, with the same parameters and the same answer."
                .formatted(method.label(), twin.label()),
            "Correct the one whose annotations were copied; or keep one of them, and mark the other"
                + " @Deprecated.");
      }
    }
  }
}
