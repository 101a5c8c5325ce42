package visibuild.processor.writing;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Execution;
import visibuild.processor.model.ReturnShape.Kind;

/**
 * Selects the {@code ClientCalls} method that turns the result of Retrofit's method into the return
 * type.
 */
final class ClientCallsMethod {
  private ClientCallsMethod() {}

  /** The return type of Retrofit's method. */
  static TypeName returnType(ApiMethod method) {
    ReturnShape shape = method.returnShape();
    if (shape.kind() == Kind.ADAPTED) {
      return method.returnType().source();
    }
    TypeName content =
        shape.content().isPresent() ? shape.content().get().asArgument() : LibraryTypes.BOXED_VOID;
    return ParameterizedTypeName.get(
        LibraryTypes.CALL,
        shape.kind() == Kind.PAGED
            ? ParameterizedTypeName.get(LibraryTypes.PAGE, content)
            : content);
  }

  /** The method of {@code ClientCalls}. */
  static String method(ReturnShape shape) {
    return shape.execution() == Execution.BLOCKING ? blocking(shape.kind()) : future(shape.kind());
  }

  private static String blocking(Kind kind) {
    return switch (kind) {
      case VALUE -> "execute";
      case VOID -> "executeVoid";
      case OPTIONAL -> "executeOptional";
      case RESPONSE -> "executeResponse";
      case BODY -> "executeBody";
      case CALL -> "call";
      case PAGED -> "paged";
      case ADAPTED -> throw new IllegalStateException("The call adapter does it.");
    };
  }

  private static String future(Kind kind) {
    return switch (kind) {
      case VALUE -> "async";
      case VOID -> "asyncVoid";
      case OPTIONAL -> "asyncOptional";
      case RESPONSE -> "asyncResponse";
      case BODY -> "asyncBody";
      case PAGED -> "asyncPaged";
      case CALL, ADAPTED -> throw new IllegalStateException("No future of " + kind);
    };
  }
}
