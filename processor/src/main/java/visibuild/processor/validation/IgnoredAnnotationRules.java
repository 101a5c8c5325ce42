package visibuild.processor.validation;

import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.IgnoredAnnotations;

/** Annotations for a request stand on a method that makes one. */
final class IgnoredAnnotationRules {
  private IgnoredAnnotationRules() {}

  static void check(ApiInterface api, Problems problems) {
    for (IgnoredAnnotations each : api.ignored()) {
      report(each, problems);
    }
  }

  private static void report(IgnoredAnnotations ignored, Problems problems) {
    String all = String.join(", ", ignored.annotations());
    String effect = all + (ignored.annotations().size() == 1 ? " is" : " are") + " ignored.";
    problems.add(
        Rule.IGNORED_ANNOTATION,
        ignored.location(),
        ignored.hasBody()
            ? "%s has a body, which runs instead of a request, so its %s"
                .formatted(ignored.label(), effect)
            : "%s is a method of Object, so it makes no request and its %s"
                .formatted(ignored.label(), effect),
        ignored.hasBody()
            ? "Remove the body; or remove %s, and call a method without a body.".formatted(all)
            : "Give the method another name.");
  }
}
