package visibuild.processor.writing;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Shape;
import visibuild.processor.model.ReturnShape.Waiting;
import visibuild.processor.model.TypeUse;

/** How an answer is made from what Retrofit's method returns. */
final class ClientCallsMethod {
  private ClientCallsMethod() {}

  /** The return type of Retrofit's method. */
  static TypeName returnType(ApiMethod method) {
    ReturnShape answer = method.answer();
    if (answer.shape() == Shape.ADAPTED) {
      return method.result().source();
    }
    TypeName content = answer.content().map(TypeUse::asArgument).orElse(LibraryTypes.BOXED_VOID);
    return ParameterizedTypeName.get(
        LibraryTypes.CALL,
        answer.shape() == Shape.PAGED
            ? ParameterizedTypeName.get(LibraryTypes.PAGE, content)
            : content);
  }

  /** The method of {@code ClientCalls}. */
  static String method(ReturnShape answer) {
    return answer.waiting() == Waiting.BLOCKING ? blocking(answer.shape()) : future(answer.shape());
  }

  private static String blocking(Shape shape) {
    return switch (shape) {
      case VALUE -> "execute";
      case NOTHING -> "executeVoid";
      case OPTIONAL -> "executeOptional";
      case RESPONSE -> "executeResponse";
      case BODY -> "executeBody";
      case LAZY -> "call";
      case PAGED -> "paged";
      case ADAPTED -> throw new IllegalStateException("The call adapter does it.");
    };
  }

  private static String future(Shape shape) {
    return switch (shape) {
      case VALUE -> "async";
      case NOTHING -> "asyncVoid";
      case OPTIONAL -> "asyncOptional";
      case RESPONSE -> "asyncResponse";
      case BODY -> "asyncBody";
      case PAGED -> "asyncPaged";
      case LAZY, ADAPTED -> throw new IllegalStateException("No future of " + shape);
    };
  }
}
