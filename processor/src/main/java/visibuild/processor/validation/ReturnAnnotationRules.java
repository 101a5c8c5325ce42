package visibuild.processor.validation;

import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Kind;

/** What annotations say of the answer is true of its type. */
final class ReturnAnnotationRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    ReturnShape shape = method.returnShape();
    boolean unknown = shape.kind() == Kind.ADAPTED && method.returnType().arguments().size() > 1;
    if (!unknown && !shape.isStreamed()) {
      method
          .annotation(RetrofitAnnotations.STREAMING)
          .ifPresent(
              streaming ->
                  problems.add(
                      Rule.UNUSED_STREAMING,
                      streaming.location(),
                      "%s has @Streaming, but returns %s and not the body itself."
                          .formatted(method.label(), method.returnType().label()),
                      "Take it out: every answer is decoded while it comes in. To read the body"
                          + " yourself, return ResponseBody."));
    }
    if (!unknown && (shape.isStreamed() || shape.isWithoutBody())) {
      method
          .annotation(LibraryTypes.DATA_KEY)
          .ifPresent(
              key ->
                  problems.add(
                      Rule.UNUSED_DATA_KEY,
                      key.location(),
                      "%s has @DataKey, but returns %s, for which nothing is decoded."
                          .formatted(method.label(), method.returnType().label()),
                      "Take it out, or return the record that stands in data.%s."
                          .formatted(key.text("value"))));
    }
  }
}
