package visibuild.processor.validation;

import java.util.Optional;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Execution;
import visibuild.processor.model.ReturnShape.Kind;
import visibuild.processor.model.SourceClass;
import visibuild.processor.model.SourceClass.Hints;
import visibuild.processor.model.TypeUse;

/** Jackson can make the type of a response, and an absent response does not hide a failed write. */
final class DecodingRules {
  private DecodingRules() {}

  static void check(ApiMethod method, ApiInterface api, Problems problems) {
    ReturnShape shape = method.returnShape();
    if (shape.content().isPresent() && !shape.isStreamed()) {
      Optional<DecodabilityProblem> problem =
          DecodabilityChecker.in(shape.content().get(), api.classes());
      if (problem.isPresent()) {
        report(method, problem.get(), api, problems);
      }
    }
    if (shape.kind() == Kind.OPTIONAL && method.writes()) {
      problems.add(
          Rule.OPTIONAL_WRITE,
          method.returnTypeLocation(),
          "%s writes and returns %s, so a write that found no target looks like a success."
              .formatted(method.label(), method.returnType().label()),
          "Return %s, and a 404 becomes a NotFoundException".formatted(required(shape))
              + (method.alwaysWrites()
                  ? "."
                  : "; or, if the request only reads, add @RequiresScope(Scope.READ)."));
    }
  }

  /** In the return type itself, a type without data is a mistake whatever the mapper knows. */
  private static void report(
      ApiMethod method, DecodabilityProblem problem, ApiInterface api, Problems problems) {
    boolean isSure =
        problem.kind() == DecodabilityProblem.Kind.NO_DATA && problem.member().isEmpty();
    problems.add(
        isSure ? Rule.UNSUPPORTED_RESPONSE : Rule.UNDECODABLE_RESPONSE,
        method.returnTypeLocation(),
        "%s returns %s, but %s."
            .formatted(method.label(), method.returnType().label(), problem.description()),
        hint(method, problem, api));
  }

  private static String hint(ApiMethod method, DecodabilityProblem problem, ApiInterface api) {
    Hints ofClass =
        problem.type().name().map(api.classes()::get).map(SourceClass::hints).orElse(Hints.NONE);
    String ofLibrary = ofClass.decoding();
    return switch (problem.kind()) {
      case INNER -> "Make it static, or a record.";
      case INTERFACE, ABSTRACT ->
          ofLibrary.isEmpty() ? hintForAbstract(method, problem.type()) : ofLibrary;
      case NO_CONSTRUCTOR ->
          ofLibrary.isEmpty()
              ? "Make it a record; or give it a constructor without parameters, or one with"
                  + " @JsonCreator and a @JsonProperty for each parameter. If a module or a mix-in"
                  + " of yours makes it, write @JsonDeserialize on it."
              : ofLibrary;
      case NO_PROPERTY ->
          ofClass.encoding().isEmpty()
              ? "Make it a record, add getters, or add Jackson's annotations to its members."
              : ofClass.encoding();
      case NO_DATA ->
          problem.member().isEmpty()
              ? NoDataTypes.remedyFor(method.returnType(), problem.type(), SourceLanguage.of(api))
              : "Write the type of the value that the JSON holds.";
      case UNTYPED ->
          "Return %s; to get a Result of it, write runCatching { ... } around the call."
              .formatted(problem.type().argument().label());
      case KEY ->
          "Use String or an enum as the key; or give %s a constructor or a static valueOf that takes"
                  .formatted(problem.type().label())
              + " one String.";
    };
  }

  /** A type around another may be one that a call adapter makes. */
  private static String hintForAbstract(ApiMethod method, TypeUse type) {
    return type.equals(method.returnType()) && !type.arguments().isEmpty()
        ? "Make it a record; or, if a call adapter of yours makes it, name it in the processor's"
            + " option: -Avisibuild.callAdapterTypes=%s".formatted(type.erasure())
        : "Make it a record; or name the class to make with Jackson's @JsonTypeInfo and"
            + " @JsonSubTypes, or with @JsonDeserialize.";
  }

  private static String required(ReturnShape shape) {
    String type = shape.content().map(TypeUse::label).orElse("void");
    return shape.execution() == Execution.FUTURE ? "CompletableFuture<" + type + ">" : type;
  }
}
