package visibuild.processor.validation;

import java.util.List;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Verb;

/** Each method is one HTTP request. */
final class VerbRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    checkVerb(method, problems);
    if (!method.typeVariables().isEmpty() && !isOpen(method)) {
      problems.add(
          Rule.GENERIC_METHOD,
          method.location(),
          method.label()
              + " has type variables, which nothing in the request or its answer stands for.",
          "Take them out.");
    }
    if (isFactory(method)) {
      problems.add(
          Rule.FACTORY_CLASH,
          method.location(),
          method.label() + " is the same as the create method that the client itself has.",
          "Give the method another name.");
    }
  }

  private static void checkVerb(ApiMethod method, Problems problems) {
    List<Verb> verbs = method.verbs();
    if (verbs.isEmpty()) {
      problems.add(
          Rule.MISSING_VERB,
          method.location(),
          method.label() + " does not say which HTTP request it makes.",
          "Add one of Retrofit's annotations with the path, such as @GET(\"projects\"); or make it"
              + " a default method with a body.");
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
          "Keep one, and write a method of its own for each other.");
    }
  }

  /** A type variable that is used is reported where it is used. */
  private static boolean isOpen(ApiMethod method) {
    return method.returnType().isOpen()
        || method.parameters().stream().anyMatch(parameter -> parameter.type().isOpen());
  }

  private static boolean isFactory(ApiMethod method) {
    return method.name().equals("create")
        && method.parameters().size() == 1
        && (method.parameters().get(0).type().is(LibraryTypes.READ_ACCESS)
            || method.parameters().get(0).type().is(LibraryTypes.WRITE_ACCESS));
  }
}
