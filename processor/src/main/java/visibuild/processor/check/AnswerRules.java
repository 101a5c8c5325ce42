package visibuild.processor.check;

import java.util.Optional;
import visibuild.processor.model.Answer;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.Verb;

/** The answer has a shape that the client can make, of a type that can be decoded. */
final class AnswerRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    Optional<String> unknown = unknownPart(method.result());
    Optional<String> instead = UnsupportedAnswers.instead(method.answer());
    if (unknown.isPresent()) {
      problems.add(
          Rule.UNKNOWN_ANSWER_TYPE,
          method.anchor(),
          "%s returns %s, in which %s."
              .formatted(method.label(), method.result().label(), unknown.get()),
          "Write the type out, such as List<Ticket>: the answer is decoded to what stands there.");
    } else if (instead.isPresent()) {
      problems.add(
          Rule.UNSUPPORTED_ANSWER,
          method.anchor(),
          "%s returns %s, which its client cannot make."
              .formatted(method.label(), method.result().label()),
          instead.get());
    } else if (method.verb().map(Verb::name).filter("HEAD"::equals).isPresent()
        && !isNothing(method.answer())) {
      problems.add(
          Rule.HEAD_WITH_ANSWER,
          method.anchor(),
          "%s returns %s, but the answer to HEAD has no body to decode."
              .formatted(method.label(), method.result().label()),
          "Return void, CompletableFuture<Void> or Call<Void>, or use @GET.");
    }
  }

  private static boolean isNothing(Answer answer) {
    return answer instanceof Answer.Nothing
        || (answer instanceof Answer.Future future && isNothing(future.later()))
        || (answer instanceof Answer.Lazy lazy && lazy.type().is(LibraryTypes.BOXED_VOID));
  }

  private static Optional<String> unknownPart(TypeUse type) {
    if (type.contains(part -> part.form() == Form.WILDCARD)) {
      return Optional.of("a wildcard leaves open what it is");
    }
    return type.contains(part -> part.form() == Form.RAW)
        ? Optional.of("a type argument is missing")
        : Optional.empty();
  }
}
