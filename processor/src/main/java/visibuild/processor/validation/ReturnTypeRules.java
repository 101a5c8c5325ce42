package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Form;

/** The return type has a shape that the client supports, and its content can be decoded. */
final class ReturnTypeRules implements MethodRules {
  /** Reports the first problem only: a wrong outer type hides the types inside. */
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    TypeUse type = method.returnType();
    SourceLanguage language = SourceLanguage.of(api);
    Optional<String> remedy =
        new UnsupportedReturnTypes(language).remedyFor(method.returnType(), method.returnShape());
    if (type.isOpen() && method.continuation().isEmpty()) {
      reportUnknown(Rule.UNKNOWN_RESPONSE_TYPE, openPart(type), method, language, problems);
    } else if (isRawWhereRetrofitLooks(type)) {
      reportUnknown(
          Rule.UNKNOWN_RESPONSE_TYPE, "a type argument is missing", method, language, problems);
    } else if (isResponseOf(LibraryTypes.OKHTTP_RESPONSE, type)) {
      problems.add(
          Rule.OKHTTP_RESPONSE,
          method.returnTypeLocation(),
          "%s returns %s, but no response is decoded to OkHttp's Response."
              .formatted(method.label(), type.label()),
          "Return %s of the content; or retrofit2.Response of it, to read the status and the headers."
              .formatted(language.dataClass()));
    } else if (method.verb().isPresent()
        && method.verb().get().name().equals("HEAD")
        && !method.returnShape().isWithoutBody()) {
      problems.add(
          Rule.HEAD_WITH_RESPONSE,
          method.returnTypeLocation(),
          "%s returns %s, but the response to HEAD has no body to decode."
              .formatted(method.label(), type.label()),
          language == SourceLanguage.KOTLIN
              ? "Return nothing, or Response<Unit> to read the headers; or use @GET."
              : "Return void, Response<Void> to read the headers, or CompletableFuture of either; or"
                  + " use @GET.");
    } else if (type.isOpen()) {
      // Retrofit accepts this in a suspend function, but not in the future that the client awaits.
      reportUnknown(Rule.UNSUPPORTED_RESPONSE, openPart(type), method, language, problems);
    } else if (remedy.isPresent()) {
      problems.add(
          Rule.UNSUPPORTED_RESPONSE,
          method.returnTypeLocation(),
          "%s returns %s, which its client does not support."
              .formatted(method.label(), type.label()),
          remedy.get());
    } else if (type.contains(part -> part.form() == Form.RAW)) {
      reportUnknown(Rule.RAW_RESPONSE, "a type argument is missing", method, language, problems);
    } else {
      DecodingRules.check(method, api, problems);
    }
  }

  private static String openPart(TypeUse type) {
    return type.contains(part -> part.form() == Form.WILDCARD)
        ? "a wildcard stands for an unknown type"
        : "a type variable stands for an unknown type";
  }

  private static boolean isRawWhereRetrofitLooks(TypeUse type) {
    return type.form() == Form.RAW
        ? isHolder(type) || type.is(LibraryTypes.RESPONSE)
        : isHolder(type)
            && type.argument().is(LibraryTypes.RESPONSE)
            && type.argument().form() == Form.RAW;
  }

  private static boolean isResponseOf(ClassName response, TypeUse type) {
    return type.is(response) || (isHolder(type) && type.argument().is(response));
  }

  private static boolean isHolder(TypeUse type) {
    return type.is(LibraryTypes.CALL) || type.is(LibraryTypes.COMPLETABLE_FUTURE);
  }

  private static void reportUnknown(
      Rule rule, String reason, ApiMethod method, SourceLanguage language, Problems problems) {
    problems.add(
        rule,
        method.returnTypeLocation(),
        "%s returns %s, in which %s."
            .formatted(method.label(), method.returnType().label(), reason),
        "Write the type that the response is decoded to: %s."
            .formatted(language.type(CompletedTypes.complete(method.returnType(), "Ticket"))));
  }
}
