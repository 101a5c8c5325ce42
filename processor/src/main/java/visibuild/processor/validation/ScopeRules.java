package visibuild.processor.validation;

import java.util.List;
import java.util.Optional;
import visibuild.Scope;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/** The declared scope is what the methods need, no less and no more. */
final class ScopeRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    checkTags(method, problems);
    Optional<AnnotationModel> narrow = tooNarrow(method);
    if (narrow.isPresent()) {
      reportTooNarrow(method, narrow.get(), problems);
    } else if (api.scope() == Scope.READ && method.writes()) {
      Optional<AnnotationModel> stated = method.requiredScope();
      if (stated.isPresent()) {
        reportStatedWrite(method, stated.get(), api, problems);
      } else {
        reportWrite(method, api, problems);
      }
    }
  }

  /** A method with an invalid verb or ignored annotations may be the one that writes. */
  static void checkThatSomethingWrites(ApiInterface api, Problems problems) {
    if (api.scope() == Scope.READ_WRITE && allRead(api.methods()) && api.ignored().isEmpty()) {
      problems.add(
          Rule.SCOPE_TOO_WIDE,
          api.api().locationOf("scope"),
          "%s declares Scope.READ_WRITE, but none of its methods writes.".formatted(api.label()),
          "Declare what it needs: @VisibuildApi(scope = Scope.READ).");
    }
  }

  private static boolean allRead(List<ApiMethod> methods) {
    for (ApiMethod method : methods) {
      if (!method.reads()) {
        return false;
      }
    }
    return !methods.isEmpty();
  }

  private static Optional<AnnotationModel> tooNarrow(ApiMethod method) {
    Optional<AnnotationModel> stated = method.requiredScope();
    boolean narrow =
        stated.isPresent()
            && method.alwaysWrites()
            && stated.get().text("value").equals(Scope.READ.name());
    return narrow ? stated : Optional.empty();
  }

  private static void reportTooNarrow(ApiMethod method, AnnotationModel stated, Problems problems) {
    String verb = method.verb().map(Verb::name).orElse("");
    boolean isUrlChosen = verb.equals("POST");
    problems.add(
        Rule.SCOPE_TOO_NARROW,
        stated.locationOf("value"),
        isUrlChosen
            ? "%s requires Scope.READ, but its caller chooses the URL: only a POST with a path can be declared a read."
                .formatted(method.label())
            : "%s requires Scope.READ, but a %s counts as a write: only a POST can be declared a read."
                .formatted(method.label(), verb),
        "Take @RequiresScope out, and declare the method in an interface with"
            + " @VisibuildApi(scope = Scope.READ_WRITE). If the request only reads, "
            + (isUrlChosen
                ? "replace the parameter with @Url by a path in @POST."
                : "send it as a GET or a POST."));
  }

  private static void reportStatedWrite(
      ApiMethod method, AnnotationModel stated, ApiInterface api, Problems problems) {
    problems.add(
        Rule.WRITE_IN_READ_API,
        stated.locationOf("value"),
        "%s requires Scope.READ_WRITE, but %s declares Scope.READ."
            .formatted(method.label(), api.label()),
        "Declare @VisibuildApi(scope = Scope.READ_WRITE), or move the method to an interface that"
            + " does.");
  }

  private static void reportWrite(ApiMethod method, ApiInterface api, Problems problems) {
    String verb = method.verb().map(Verb::name).orElse("");
    problems.add(
        Rule.WRITE_IN_READ_API,
        method.location(),
        "%s writes (%s), but %s declares Scope.READ.".formatted(method.label(), verb, api.label()),
        "Declare @VisibuildApi(scope = Scope.READ_WRITE), or move the method to an interface that"
            + " does."
            + (method.alwaysWrites()
                ? ""
                : " If this %s only reads, add @RequiresScope(Scope.READ) to the method."
                    .formatted(verb)));
  }

  /** The client sets the scope of a request, so a parameter that looks like it has no effect. */
  private static void checkTags(ApiMethod method, Problems problems) {
    for (Parameter parameter : method.parameters()) {
      if (parameter.type().is(LibraryTypes.SCOPE)
          && parameter.annotation(RetrofitAnnotations.TAG).isPresent()) {
        reportTag(method, parameter, problems);
      }
    }
  }

  private static void reportTag(ApiMethod method, Parameter parameter, Problems problems) {
    problems.add(
        Rule.SCOPE_TAG,
        parameter.location(),
        "The parameter %s of %s does not set the scope of the request."
            .formatted(parameter.name(), method.label()),
        method.alwaysWrites()
            ? "Remove it: %s always needs Scope.READ_WRITE."
                .formatted(method.verb().map(Verb::name).orElse(""))
            : "Remove it, and declare the scope on the method: @RequiresScope(Scope.READ) or"
                + " @RequiresScope(Scope.READ_WRITE).");
  }
}
