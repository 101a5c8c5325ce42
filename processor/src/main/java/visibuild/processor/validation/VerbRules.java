package visibuild.processor.validation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.Verb;

/** Each method stands for one HTTP request, with a verb that OkHttp can send. */
final class VerbRules implements MethodRules {
  static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

  private static final Set<String> NEVER_WITH_BODY = Set.of("GET", "HEAD");
  private static final Set<String> ALWAYS_WITH_BODY =
      Set.of("POST", "PUT", "PATCH", "PROPPATCH", "REPORT");

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    checkVerb(method, api, problems);
    for (Verb verb : method.verbs()) {
      if (verb.annotation().is(RetrofitAnnotations.HTTP)) {
        checkWritten(method, verb, problems);
      }
    }
    checkSuspend(method, api, problems);
    if (!method.typeVariables().isEmpty() && !isOpen(method)) {
      problems.add(
          Rule.GENERIC_METHOD,
          method.location(),
          method.label()
              + " declares type variables that neither its return type nor a parameter uses.",
          "Remove the type variables.");
    }
    if (isFactory(method)) {
      problems.add(
          Rule.FACTORY_CLASH,
          method.location(),
          method.label() + " has the signature of the static create method of the client.",
          "Rename the method.");
    }
    if (cannotOverrideObject(method)) {
      problems.add(
          Rule.FACTORY_CLASH,
          method.location(),
          "%s has the signature of a method of Object that its client cannot override in this way."
              .formatted(method.label()),
          "Rename the method.");
    }
  }

  /**
   * Returns whether a class cannot implement {@code method}, or should not: the garbage collector
   * would call {@code finalize()}.
   */
  private static boolean cannotOverrideObject(ApiMethod method) {
    if (!method.parameters().isEmpty() || method.continuation().isPresent()) {
      return false;
    }
    return method.name().equals("finalize")
        || (method.name().equals("clone")
            && (method.returnType().form() == Form.KEYWORD || !method.typeVariables().isEmpty()));
  }

  private static void checkVerb(ApiMethod method, ApiInterface api, Problems problems) {
    List<Verb> verbs = method.verbs();
    if (verbs.isEmpty()) {
      Optional<AnnotationModel> foreign = ForeignRequestAnnotations.verbOf(method);
      if (foreign.isPresent()) {
        reportForeign(method, foreign.get(), api, problems);
      } else {
        reportMissing(method, problems);
      }
    }
    if (verbs.size() > 1) {
      problems.add(
          Rule.SEVERAL_VERBS,
          verbs.get(1).annotation().location(),
          "%s has several HTTP verbs: %s."
              .formatted(
                  method.label(),
                  String.join(
                      ", ", verbs.stream().map(verb -> verb.annotation().label()).toList())),
          "Keep one verb, and declare another method for each other verb.");
    }
  }

  private static void reportMissing(ApiMethod method, Problems problems) {
    problems.add(
        Rule.MISSING_VERB,
        method.location(),
        method.label() + " has no annotation for its HTTP request.",
        "Add one of Retrofit's annotations with the path, such as @GET(\"projects\"); or make it"
            + " a default method with a body.");
  }

  private static void reportForeign(
      ApiMethod method, AnnotationModel foreign, ApiInterface api, Problems problems) {
    problems.add(
        Rule.MISSING_VERB,
        foreign.location(),
        "%s has no annotation for its HTTP request: this %s is %s's, not Retrofit's."
            .formatted(method.label(), foreign.label(), foreign.type().packageName()),
        "Import retrofit2.http.%s and write %s."
            .formatted(
                ForeignRequestAnnotations.retrofitName(foreign),
                ForeignRequestAnnotations.retrofitVerb(foreign, method, api)));
  }

  /** Returns whether {@code method} has the verb of another library instead of Retrofit's. */
  static boolean hasForeignVerb(ApiMethod method) {
    return method.verbs().isEmpty() && ForeignRequestAnnotations.verbOf(method).isPresent();
  }

  private static void checkWritten(ApiMethod method, Verb verb, Problems problems) {
    String name = verb.name();
    String capitals = name.strip().toUpperCase(Locale.ROOT);
    boolean wrongCase = KNOWN.contains(capitals) && !KNOWN.contains(name);
    if (wrongCase || !HeaderText.isToken(name)) {
      problems.add(
          Rule.VERB_NAME,
          verb.annotation().locationOf("method"),
          "\"%s\" of %s is not an HTTP verb.".formatted(name, method.label()),
          wrongCase
              ? "Did you mean \"%s\"?".formatted(capitals)
              : "Write one in capitals, such as \"PURGE\".");
    }
    if (verb.hasBody() && NEVER_WITH_BODY.contains(name)) {
      problems.add(
          Rule.VERB_BODY,
          verb.annotation().locationOf("hasBody"),
          "%s declares %s with a body, but HTTP allows none there.".formatted(method.label(), name),
          "Write @%s, or another verb.".formatted(name));
    }
    if (!verb.hasBody() && ALWAYS_WITH_BODY.contains(name)) {
      problems.add(
          Rule.VERB_BODY,
          verb.annotation().locationOf("hasBody"),
          "%s declares %s without a body, but OkHttp requires one.".formatted(method.label(), name),
          "Write hasBody = true; without a parameter for it the body is empty.");
    }
  }

  private static void checkSuspend(ApiMethod method, ApiInterface api, Problems problems) {
    if (method.continuation().isPresent() && !api.context().seesCoroutines()) {
      problems.add(
          Rule.SUSPEND_FUNCTION,
          method.location(),
          method.label()
              + " is a suspend function, but kotlinx-coroutines is not on the class path.",
          "Add the library org.jetbrains.kotlinx:kotlinx-coroutines-core, 1.7 or later.");
    }
    for (Parameter parameter : method.parameters()) {
      if (isStrayContinuation(parameter)) {
        problems.add(
            Rule.SUSPEND_FUNCTION,
            method.location(),
            method.label()
                + " takes a Continuation, but does not have the form of a suspend function.",
            "Write a suspend function in Kotlin; in Java, return CompletableFuture.");
      }
    }
  }

  /** The continuation of a suspend function as Kotlin compiles it is no parameter of the model. */
  static boolean isStrayContinuation(Parameter parameter) {
    return parameter.retrofitAnnotations().isEmpty()
        && parameter.type().is(LibraryTypes.CONTINUATION);
  }

  /** Another rule reports a type variable where a type uses it. */
  private static boolean isOpen(ApiMethod method) {
    return method.returnType().isOpen()
        || method.parameters().stream().anyMatch(parameter -> parameter.type().isOpen());
  }

  static boolean isFactory(ApiMethod method) {
    return method.name().equals("create")
        && method.parameters().size() == 1
        && (method.parameters().get(0).type().is(LibraryTypes.READ_ACCESS)
            || method.parameters().get(0).type().is(LibraryTypes.WRITE_ACCESS));
  }
}
