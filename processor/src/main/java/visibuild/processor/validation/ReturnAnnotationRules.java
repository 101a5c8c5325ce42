package visibuild.processor.validation;

import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Kind;

/** The annotations for the response fit the return type. */
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
                      "%s has @Streaming, which has no effect on %s."
                          .formatted(method.label(), method.returnType().label()),
                      "Remove it: every response is decoded while it arrives. To read the bytes,"
                          + " return ResponseBody."));
    }
    if (!unknown && (shape.isStreamed() || shape.isWithoutBody())) {
      method
          .annotation(LibraryTypes.DATA_KEY)
          .ifPresent(
              key ->
                  problems.add(
                      Rule.UNUSED_DATA_KEY,
                      key.location(),
                      "%s has @DataKey, but nothing is decoded for %s."
                          .formatted(method.label(), method.returnType().label()),
                      "Remove it, or return the type of the value in data.%s."
                          .formatted(key.text("value"))));
    }
  }
}
