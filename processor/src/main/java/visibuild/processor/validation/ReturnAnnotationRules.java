package visibuild.processor.validation;

import java.util.Optional;
import visibuild.processor.model.AnnotationModel;
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
      Optional<AnnotationModel> streaming = method.annotation(RetrofitAnnotations.STREAMING);
      if (streaming.isPresent()) {
        problems.add(
            Rule.UNUSED_STREAMING,
            streaming.get().location(),
            "%s has @Streaming, which has no effect on %s."
                .formatted(method.label(), method.returnType().label()),
            "Remove it: every response is decoded while it arrives. To read the bytes,"
                + " return ResponseBody.");
      }
    }
    if (!unknown && (shape.isStreamed() || shape.isWithoutBody())) {
      Optional<AnnotationModel> key = method.annotation(LibraryTypes.DATA_KEY);
      if (key.isPresent()) {
        problems.add(
            Rule.UNUSED_DATA_KEY,
            key.get().location(),
            "%s has @DataKey, but nothing is decoded for %s."
                .formatted(method.label(), method.returnType().label()),
            "Remove it, or return the type of the value in data.%s."
                .formatted(key.get().text("value")));
      }
    }
  }
}
