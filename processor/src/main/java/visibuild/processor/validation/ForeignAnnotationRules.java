package visibuild.processor.validation;

import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ForeignAnnotation;

/** The models of an interface carry Jackson's annotations, not those of another JSON library. */
final class ForeignAnnotationRules {
  private ForeignAnnotationRules() {}

  static void check(ApiInterface api, Problems problems) {
    for (ForeignAnnotation foreign : api.foreignAnnotations()) {
      problems.add(
          Rule.FOREIGN_JSON_ANNOTATION,
          foreign.location(),
          "Jackson ignores %s on %s.".formatted(foreign.label(), foreign.member()),
          (foreign.isOfLibrary()
                  ? "Write a record with %s in its place; or add a mix-in with it to your ObjectMapper."
                  : "Write %s.")
              .formatted(foreign.replacement()));
    }
  }
}
