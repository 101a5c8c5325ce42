package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.TypeUse.Trait;
import visibuild.processor.model.Verb;

/** Each parameter goes to one place of the request. */
final class ParameterRules implements MethodRules {
  private static final Set<ClassName> CONSUMERS =
      Set.of(
          ClassName.get("java.util.function", "Consumer"),
          ClassName.get("java.util.function", "BiConsumer"));

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    for (Parameter parameter : method.parameters()) {
      List<AnnotationModel> purposes = parameter.retrofitAnnotations();
      if (purposes.isEmpty()
          && !parameter.isOptions()
          && !VerbRules.isStrayContinuation(parameter)) {
        reportWithoutPurpose(method, parameter, problems);
      }
      if (purposes.size() > 1) {
        problems.add(
            Rule.PARAMETER_WITH_TWO_PURPOSES,
            purposes.get(1).location(),
            "The parameter %s of %s goes to several places of the request: %s."
                .formatted(
                    parameter.name(),
                    method.label(),
                    String.join(", ", purposes.stream().map(AnnotationModel::label).toList())),
            "Keep one of the annotations, and write a parameter of its own for each other.");
      }
    }
  }

  private static void reportWithoutPurpose(
      ApiMethod method, Parameter parameter, Problems problems) {
    Optional<AnnotationModel> foreign = ForeignRequestAnnotations.purposeOf(parameter);
    String wrong =
        "The parameter %s of %s does not say where it goes in the request"
            .formatted(parameter.name(), method.label());
    if (foreign.isPresent()) {
      problems.add(
          Rule.PARAMETER_WITHOUT_PURPOSE,
          foreign.get().location(),
          "%s: this %s is %s's, not Retrofit's."
              .formatted(wrong, foreign.get().label(), foreign.get().type().packageName()),
          "Import retrofit2.http.%s and write %s."
              .formatted(
                  ForeignRequestAnnotations.retrofitName(foreign.get(), parameter, method),
                  ForeignRequestAnnotations.retrofitPurpose(foreign.get(), parameter, method)));
    } else {
      problems.add(
          Rule.PARAMETER_WITHOUT_PURPOSE,
          parameter.location(),
          wrong + ".",
          instead(parameter, method));
    }
  }

  private static String instead(Parameter parameter, ApiMethod method) {
    TypeUse type = parameter.type();
    if (fillsPlaceholder(parameter, method)) {
      return "Did you mean @Path(\"%s\")?".formatted(parameter.name());
    }
    if (isCallback(type)) {
      return "Remove it, and return CompletableFuture<%s>.".formatted(received(type, method));
    }
    if (type.is(LibraryTypes.PART)) {
      return method.annotation(RetrofitAnnotations.MULTIPART).isPresent()
          ? "Did you mean @Part?"
          : "Did you mean @Part? It needs @Multipart on the method.";
    }
    if (method.annotation(RetrofitAnnotations.MULTIPART).isPresent()) {
      return "Did you mean @Part(\"%s\")?".formatted(parameter.name());
    }
    if (method.annotation(RetrofitAnnotations.FORM_URL_ENCODED).isPresent()) {
      return "Did you mean @Field(\"%s\")?".formatted(parameter.name());
    }
    if (type.is(LibraryTypes.HEADERS)) {
      return "Did you mean @HeaderMap?";
    }
    if (isMissingBody(parameter, method)) {
      return "Did you mean @Body?";
    }
    return type.has(Trait.MAP)
        ? "Did you mean @QueryMap?"
        : "Add one of Retrofit's annotations, such as @Query(\"%1$s\") or @Header(\"%1$s\")."
            .formatted(parameter.name());
  }

  /** A callback of Retrofit 1 or OkHttp, a function, or a future to complete. */
  private static boolean isCallback(TypeUse type) {
    String name = type.name().map(ClassName::simpleName).orElse("");
    return name.equals("Callback")
        || type.is(LibraryTypes.COMPLETABLE_FUTURE)
        || type.name().filter(CONSUMERS::contains).isPresent();
  }

  /** Returns the type that the callback receives, or else the one that the method returns. */
  private static String received(TypeUse callback, ApiMethod method) {
    if (!callback.arguments().isEmpty()) {
      return CompletedTypes.complete(callback.arguments().get(0), "Ticket");
    }
    if (callback.name().filter(name -> name.packageName().equals("okhttp3")).isPresent()) {
      return "ResponseBody";
    }
    return method.returnType().isVoid() ? "Void" : method.returnType().label();
  }

  /** The only value of a request that has a body, and nothing for it. */
  private static boolean isMissingBody(Parameter parameter, ApiMethod method) {
    return method.verb().filter(Verb::hasBody).isPresent()
        && !method.uses(RetrofitAnnotations.BODY)
        && isContent(parameter.type())
        && method.parameters().stream()
                .filter(each -> each.retrofitAnnotations().isEmpty() && !each.isOptions())
                .filter(each -> isContent(each.type()))
                .count()
            == 1;
  }

  /** Returns whether {@code type} is a class that Java has no text for, or holds such values. */
  private static boolean isContent(TypeUse type) {
    if (type.form() == Form.ARRAY || type.has(Trait.COLLECTION)) {
      return type.arguments().size() == 1 && isContent(type.argument());
    }
    return type.has(Trait.MAP)
        || (type.form() == Form.DECLARED && !type.erasure().toString().startsWith("java."));
  }

  private static boolean fillsPlaceholder(Parameter parameter, ApiMethod method) {
    return method
        .verb()
        .filter(verb -> new PathText(verb.path()).placeholders().contains(parameter.name()))
        .isPresent();
  }
}
