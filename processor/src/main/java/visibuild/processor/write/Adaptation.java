package visibuild.processor.write;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import visibuild.processor.model.Answer;
import visibuild.processor.model.LibraryTypes;

/**
 * How an answer is made from Retrofit's call.
 *
 * @param method the method of {@code Answers}
 * @param argument what the call is a {@code Call} of
 */
record Adaptation(String method, TypeName argument) {
  static Adaptation of(Answer answer) {
    if (answer instanceof Answer.Value value) {
      return new Adaptation("value", value.type().asArgument());
    }
    if (answer instanceof Answer.Nothing) {
      return new Adaptation("nothing", LibraryTypes.BOXED_VOID);
    }
    if (answer instanceof Answer.Optional optional) {
      return new Adaptation("optional", optional.type().asArgument());
    }
    if (answer instanceof Answer.Lazy lazy) {
      return new Adaptation("lazy", lazy.type().asArgument());
    }
    if (answer instanceof Answer.Paged paged) {
      return new Adaptation(
          "paged", ParameterizedTypeName.get(LibraryTypes.PAGE, paged.type().asArgument()));
    }
    return ofFuture(((Answer.Future) answer).later());
  }

  private static Adaptation ofFuture(Answer later) {
    Adaptation now = of(later);
    return switch (now.method) {
      case "value" -> new Adaptation("future", now.argument);
      case "nothing" -> new Adaptation("futureOfNothing", now.argument);
      case "optional" -> new Adaptation("futureOfOptional", now.argument);
      default -> throw new IllegalStateException("No future of " + later);
    };
  }

  /** The return type of Retrofit's method. */
  TypeName call() {
    return ParameterizedTypeName.get(LibraryTypes.CALL, argument);
  }
}
