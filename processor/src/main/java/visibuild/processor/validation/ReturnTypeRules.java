package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.Verb;

/** The answer has a shape that the client can make, of a type that can be decoded. */
final class ReturnTypeRules implements MethodRules {
  /** Reports the first that applies: what is wrong further in is seen once the shape is right. */
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    TypeUse result = method.returnType();
    Optional<String> instead = UnsupportedReturnTypes.instead(method.returnShape());
    if (result.isOpen() && method.continuation().isEmpty()) {
      reportUnknown(Rule.UNKNOWN_ANSWER_TYPE, whyOpen(result), method, problems);
    } else if (isRawWhereRetrofitLooks(result)) {
      reportUnknown(Rule.UNKNOWN_ANSWER_TYPE, "a type argument is missing", method, problems);
    } else if (isAnswerOf(LibraryTypes.OKHTTP_RESPONSE, result)) {
      problems.add(
          Rule.OKHTTP_RESPONSE,
          method.returnTypeLocation(),
          "%s returns %s, but OkHttp's Response is not what an answer is decoded to."
              .formatted(method.label(), result.label()),
          "Return the record that the answer holds, or retrofit2.Response of it to see the status"
              + " and the headers too.");
    } else if (method.verb().map(Verb::name).filter("HEAD"::equals).isPresent()
        && !method.returnShape().isWithoutBody()) {
      problems.add(
          Rule.HEAD_WITH_ANSWER,
          method.returnTypeLocation(),
          "%s returns %s, but the answer to HEAD has no body to decode."
              .formatted(method.label(), result.label()),
          "Return void, Response<Void> to see the headers, or CompletableFuture of either; or use"
              + " @GET.");
    } else if (result.isOpen()) {
      // Retrofit does not look at what a suspend function returns.
      reportUnknown(Rule.RAW_ANSWER, whyOpen(result), method, problems);
    } else if (result.contains(part -> part.form() == Form.RAW)) {
      reportUnknown(Rule.RAW_ANSWER, "a type argument is missing", method, problems);
    } else if (instead.isPresent()) {
      problems.add(
          Rule.UNSUPPORTED_ANSWER,
          method.returnTypeLocation(),
          "%s returns %s, which its client cannot make.".formatted(method.label(), result.label()),
          instead.get());
    } else {
      DecodingRules.check(method, api, problems);
    }
  }

  private static String whyOpen(TypeUse result) {
    return result.contains(part -> part.form() == Form.WILDCARD)
        ? "a wildcard leaves open what it is"
        : "a type variable leaves open what it is";
  }

  private static boolean isRawWhereRetrofitLooks(TypeUse type) {
    return type.form() == Form.RAW
        ? isHolder(type) || type.is(LibraryTypes.RESPONSE)
        : isHolder(type)
            && type.argument().is(LibraryTypes.RESPONSE)
            && type.argument().form() == Form.RAW;
  }

  private static boolean isAnswerOf(ClassName answer, TypeUse type) {
    return type.is(answer) || (isHolder(type) && type.argument().is(answer));
  }

  private static boolean isHolder(TypeUse type) {
    return type.is(LibraryTypes.CALL) || type.is(LibraryTypes.COMPLETABLE_FUTURE);
  }

  private static void reportUnknown(Rule rule, String why, ApiMethod method, Problems problems) {
    problems.add(
        rule,
        method.returnTypeLocation(),
        "%s returns %s, in which %s.".formatted(method.label(), method.returnType().label(), why),
        "Write the type out, such as List<Ticket>: the answer is decoded to what stands there.");
  }
}
