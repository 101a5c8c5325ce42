package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** What is sent as JSON is something that JSON can say. */
final class BodyTypeRules implements MethodRules {
  private static final List<ClassName> WRITTEN =
      List.of(RetrofitAnnotations.BODY, RetrofitAnnotations.PART, RetrofitAnnotations.PART_MAP);

  private static final String BYTES =
      "Take an okhttp3.RequestBody: RequestBody.create(file, MediaType.get(\"image/jpeg\")), or one"
          + " of your own that writes the stream.";
  private static final String VALUE = "Take the value itself.";

  /** What would be sent instead of the contents, and what to write instead. */
  private static final Map<ClassName, List<String>> UNWRITABLE =
      Map.ofEntries(
          unwritable("java.io", "File", "its path", BYTES),
          unwritable("java.nio.file", "Path", "its path", BYTES),
          unwritable("java.util.stream", "Stream", "nothing of its contents", "Take a List."),
          unwritable("java.util.concurrent", "CompletableFuture", "how far it is", VALUE),
          unwritable("java.util.function", "Supplier", "nothing of its contents", VALUE),
          unwritable("java.util.function", "Function", "nothing of its contents", VALUE),
          unwritable("java.util.concurrent", "Callable", "nothing of its contents", VALUE),
          unwritable("java.lang", "Runnable", "nothing of its contents", VALUE),
          unwritable("okhttp3", "ResponseBody", "nothing of its contents", BYTES),
          unwritable("retrofit2", "Call", "nothing of its contents", VALUE));

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    for (Parameter parameter : method.parameters()) {
      for (AnnotationModel purpose : parameter.retrofitAnnotations()) {
        if (WRITTEN.contains(purpose.type())) {
          check(method, parameter, purpose, api, problems);
        }
      }
    }
  }

  private static void check(
      ApiMethod method,
      Parameter parameter,
      AnnotationModel purpose,
      ApiInterface api,
      Problems problems) {
    TypeUse type = parameter.type();
    if (purpose.is(RetrofitAnnotations.BODY) && type.is(LibraryTypes.PART)) {
      problems.add(
          Rule.UNWRITABLE_BODY,
          parameter.location(),
          "The parameter %s of %s is a part, but @Body sends a body whole."
              .formatted(parameter.name(), method.label()),
          "Write @Part MultipartBody.Part %s, and add @Multipart to the method."
              .formatted(parameter.name()));
    }
    type.name()
        .map(api.classes()::get)
        .filter(own -> !own.serializable())
        .ifPresent(
            own ->
                problems.add(
                    Rule.UNWRITABLE_BODY,
                    parameter.location(),
                    "The parameter %s of %s is written as JSON, but %s has nothing to write: no"
                            .formatted(parameter.name(), method.label(), type.label())
                        + " public getter and no public field.",
                    "Make it a record; or give it getters, or say with Jackson's annotations what"
                        + " is written."));
    unwritableIn(type)
        .ifPresent(
            part -> {
              List<String> words = wordsOf(part).orElseThrow();
              problems.add(
                  Rule.UNWRITABLE_BODY,
                  parameter.location(),
                  "The parameter %s of %s is written as JSON, which says of a %s %s."
                      .formatted(parameter.name(), method.label(), part.label(), words.get(0)),
                  words.get(1));
            });
  }

  /** The type itself, or one of which it holds values. */
  private static Optional<TypeUse> unwritableIn(TypeUse type) {
    return wordsOf(type).isPresent()
        ? Optional.of(type)
        : Stream.concat(type.arguments().stream(), type.entry().stream())
            .map(BodyTypeRules::unwritableIn)
            .flatMap(Optional::stream)
            .findFirst();
  }

  private static Optional<List<String>> wordsOf(TypeUse type) {
    return type.has(Trait.STREAM)
        ? Optional.of(List.of("nothing of its contents", BYTES))
        : type.name().map(UNWRITABLE::get);
  }

  private static Map.Entry<ClassName, List<String>> unwritable(
      String packageName, String name, String sent, String instead) {
    return Map.entry(ClassName.get(packageName, name), List.of(sent, instead));
  }
}
