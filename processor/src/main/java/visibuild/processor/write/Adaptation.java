package visibuild.processor.write;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import visibuild.processor.model.Answer;
import visibuild.processor.model.Answer.Shape;
import visibuild.processor.model.Answer.Waiting;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.TypeUse;

/** How an answer is made from what Retrofit's method returns. */
final class Adaptation {
  private Adaptation() {}

  /** The return type of Retrofit's method. */
  static TypeName returnType(ApiMethod method) {
    Answer answer = method.answer();
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

  /** The method of {@code Answers}. */
  static String method(Answer answer) {
    return answer.waiting() == Waiting.BLOCKING ? blocking(answer.shape()) : future(answer.shape());
  }

  private static String blocking(Shape shape) {
    return switch (shape) {
      case VALUE -> "value";
      case NOTHING -> "nothing";
      case OPTIONAL -> "optional";
      case RESPONSE -> "response";
      case BODY -> "body";
      case LAZY -> "lazy";
      case PAGED -> "paged";
      case ADAPTED -> throw new IllegalStateException("The call adapter does it.");
    };
  }

  private static String future(Shape shape) {
    return switch (shape) {
      case VALUE -> "future";
      case NOTHING -> "futureOfNothing";
      case OPTIONAL -> "futureOfOptional";
      case RESPONSE -> "futureOfResponse";
      case BODY -> "futureOfBody";
      case PAGED -> "futureOfPaged";
      case LAZY, ADAPTED -> throw new IllegalStateException("No future of " + shape);
    };
  }
}
