package visibuild.processor.validation;

import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Execution;
import visibuild.processor.model.ReturnShape.Kind;
import visibuild.processor.model.TypeUse;

/** Jackson can make what is to be decoded, and only what is read can be missing. */
final class DecodingRules {
  private DecodingRules() {}

  static void check(ApiMethod method, ApiInterface api, Problems problems) {
    ReturnShape shape = method.returnShape();
    shape
        .content()
        .filter(type -> !shape.isStreamed())
        .flatMap(type -> DecodabilityChecker.in(type, api.classes()))
        .ifPresent(obstacle -> report(method, obstacle, problems));
    if (shape.kind() == Kind.OPTIONAL && method.writes()) {
      problems.add(
          Rule.OPTIONAL_WRITE,
          method.returnTypeLocation(),
          "%s writes and returns %s, so a write to something that is not there would pass as done."
              .formatted(method.label(), method.returnType().label()),
          "Return %s, and a 404 is a NotFoundException".formatted(required(shape))
              + (method.alwaysWrites()
                  ? "."
                  : "; or, if the request only reads, add @RequiresScope(Scope.READ)."));
    }
  }

  private static void report(ApiMethod method, DecodabilityProblem obstacle, Problems problems) {
    problems.add(
        Rule.UNDECODABLE_ANSWER,
        method.returnTypeLocation(),
        "%s returns %s, but %s."
            .formatted(method.label(), method.returnType().label(), obstacle.words()),
        instead(method, obstacle));
  }

  private static String instead(ApiMethod method, DecodabilityProblem obstacle) {
    return switch (obstacle.kind()) {
      case INNER -> "Make it static, or a record.";
      case INTERFACE, ABSTRACT -> insteadOfAbstract(method, obstacle.type());
      case NO_CONSTRUCTOR ->
          "Make it a record; or give it a constructor without parameters, or one with @JsonCreator"
              + " and a @JsonProperty for each parameter. If a module or a mix-in of yours tells"
              + " Jackson how, write @JsonDeserialize on it.";
      case NO_DATA -> "Write the type of the value that the JSON holds.";
      case KEY ->
          "Use String or an enum as the key; or give %s a constructor or a static valueOf that takes"
                  .formatted(obstacle.type().label())
              + " one String.";
    };
  }

  /** A type that stands around another may be one that a call adapter makes. */
  private static String insteadOfAbstract(ApiMethod method, TypeUse type) {
    return type.equals(method.returnType()) && !type.arguments().isEmpty()
        ? "Make it a record; or, if a call adapter of yours makes it, name it in the processor's"
            + " option: -Avisibuild.callAdapterTypes=%s".formatted(type.erasure())
        : "Make it a record; or say which class to make, with Jackson's @JsonTypeInfo and"
            + " @JsonSubTypes, or @JsonDeserialize.";
  }

  private static String required(ReturnShape shape) {
    String type = shape.content().map(TypeUse::label).orElse("void");
    return shape.execution() == Execution.FUTURE ? "CompletableFuture<" + type + ">" : type;
  }
}
