package visibuild.processor.check;

import java.util.Optional;
import visibuild.processor.model.Answer;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** Jackson can make what is to be decoded, and only what is read can be missing. */
final class DecodingRules {
  private DecodingRules() {}

  static void check(ApiMethod method, Problems problems) {
    undecodable(method.result()).ifPresent(type -> reportUndecodable(method, type, problems));
    if (isOptional(method.answer()) && method.writes()) {
      problems.add(
          Rule.OPTIONAL_WRITE,
          method.anchor(),
          "%s writes and returns %s, so a write to something that is not there would pass as done."
              .formatted(method.label(), method.result().label()),
          "Return %s, and a 404 is a NotFoundException; or, if the request only reads, add"
                  .formatted(required(method.answer()))
              + " @RequiresScope(Scope.READ).");
    }
  }

  /** The part of {@code type} that Jackson would fail on. */
  private static Optional<TypeUse> undecodable(TypeUse type) {
    boolean fails =
        !type.has(Trait.DECODABLE) && (type.has(Trait.INNER) || type.has(Trait.ABSTRACT));
    return fails
        ? Optional.of(type)
        : type.arguments().stream()
            .map(DecodingRules::undecodable)
            .flatMap(Optional::stream)
            .findFirst();
  }

  private static void reportUndecodable(ApiMethod method, TypeUse type, Problems problems) {
    boolean inner = type.has(Trait.INNER);
    problems.add(
        Rule.UNDECODABLE_ANSWER,
        method.anchor(),
        "%s returns %s, but %s is %s, of which no instance can be made from JSON."
            .formatted(
                method.label(),
                method.result().label(),
                type.label(),
                inner ? "an inner class" : "abstract"),
        inner
            ? "Make it static, or a record."
            : "Make it a record; or say which class to make, with Jackson's @JsonTypeInfo and"
                + " @JsonSubTypes, or @JsonDeserialize.");
  }

  private static boolean isOptional(Answer answer) {
    return answer instanceof Answer.Optional
        || (answer instanceof Answer.Future future && isOptional(future.later()));
  }

  private static String required(Answer answer) {
    if (answer instanceof Answer.Future future) {
      return "CompletableFuture<" + required(future.later()) + ">";
    }
    return answer instanceof Answer.Optional optional ? optional.type().label() : "void";
  }
}
