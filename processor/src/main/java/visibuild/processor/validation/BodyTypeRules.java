package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.SourceClass;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** Jackson can write the contents of each body and part. */
final class BodyTypeRules implements MethodRules {
  private static final List<ClassName> WRITTEN =
      List.of(RetrofitAnnotations.BODY, RetrofitAnnotations.PART, RetrofitAnnotations.PART_MAP);

  private static final String BYTES =
      "Take an okhttp3.RequestBody, such as RequestBody.create(file, MediaType.get(\"image/jpeg\")).";
  private static final String VALUE = "Take the value itself.";

  /**
   * A type that Jackson does not write the contents of.
   *
   * @param lossy whether a program may mean the JSON that Jackson writes
   * @param written the JSON that Jackson writes instead
   */
  private record Unwritable(boolean lossy, String written, String remedy) {
    Rule rule() {
      return lossy ? Rule.LOSSY_BODY : Rule.UNWRITABLE_BODY;
    }
  }

  private static final Unwritable STREAM = new Unwritable(false, "nothing", BYTES);

  private static final Map<ClassName, Unwritable> UNWRITABLE =
      Map.ofEntries(
          lossy("java.io", "File", "its path", BYTES),
          lossy("java.nio.file", "Path", "its path", BYTES),
          lossy("java.util.stream", "Stream", "no elements", "Take a List."),
          unwritable("java.util.concurrent", "CompletableFuture", "its state", VALUE),
          unwritable("java.util.function", "Supplier", "nothing", VALUE),
          unwritable("java.util.function", "Function", "nothing", VALUE),
          unwritable("java.util.concurrent", "Callable", "nothing", VALUE),
          unwritable("java.lang", "Runnable", "nothing", VALUE),
          unwritable("okhttp3", "ResponseBody", "nothing", BYTES),
          unwritable("retrofit2", "Call", "nothing", VALUE));

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
          "The parameter %s of %s is a part, but @Body sends a body as a whole."
              .formatted(parameter.name(), method.label()),
          "Write @Part %s, and add @Multipart to the method."
              .formatted(SourceLanguage.of(api).parameter("MultipartBody.Part", parameter.name())));
    }
    SourceClass own = type.name().isPresent() ? api.classes().get(type.name().get()) : null;
    if (own != null && !own.serializable()) {
      reportEmpty(method, parameter, own, problems);
    }
    Optional<TypeUse> part = unwritableIn(type);
    if (part.isPresent()) {
      Unwritable found = unwritable(part.get()).orElseThrow();
      problems.add(
          found.rule(),
          parameter.location(),
          "The parameter %s of %s is written as JSON, but of a %s Jackson writes %s."
              .formatted(parameter.name(), method.label(), part.get().label(), found.written()),
          found.remedy());
    }
  }

  private static void reportEmpty(
      ApiMethod method, Parameter parameter, SourceClass own, Problems problems) {
    problems.add(
        Rule.LOSSY_BODY,
        parameter.location(),
        "The parameter %s of %s is written as JSON, but Jackson finds nothing to write in %s: no"
                .formatted(parameter.name(), method.label(), parameter.type().label())
            + " public getter and no public field.",
        own.hints().encoding().isEmpty()
            ? "Make it a record, add getters, or add Jackson's annotations to its members."
            : own.hints().encoding());
  }

  /** The type itself, or one of which it holds values. */
  private static Optional<TypeUse> unwritableIn(TypeUse type) {
    if (unwritable(type).isPresent()) {
      return Optional.of(type);
    }
    Optional<TypeUse> found = unwritableInAny(type.arguments());
    return found.isPresent() ? found : unwritableInAny(type.entry());
  }

  private static Optional<TypeUse> unwritableInAny(List<TypeUse> types) {
    for (TypeUse type : types) {
      Optional<TypeUse> found = unwritableIn(type);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Unwritable> unwritable(TypeUse type) {
    if (type.has(Trait.STREAM)) {
      return Optional.of(STREAM);
    }
    return type.name().isPresent()
        ? Optional.ofNullable(UNWRITABLE.get(type.name().get()))
        : Optional.empty();
  }

  private static Map.Entry<ClassName, Unwritable> unwritable(
      String packageName, String name, String written, String remedy) {
    return Map.entry(ClassName.get(packageName, name), new Unwritable(false, written, remedy));
  }

  /** A program may mean this JSON. */
  private static Map.Entry<ClassName, Unwritable> lossy(
      String packageName, String name, String written, String remedy) {
    return Map.entry(ClassName.get(packageName, name), new Unwritable(true, written, remedy));
  }
}
