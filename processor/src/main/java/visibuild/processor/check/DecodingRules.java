package visibuild.processor.check;

import java.util.Optional;
import visibuild.processor.model.Answer;
import visibuild.processor.model.Answer.Shape;
import visibuild.processor.model.Answer.Waiting;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** Jackson can make what is to be decoded, and only what is read can be missing. */
final class DecodingRules {
  private DecodingRules() {}

  static void check(ApiMethod method, Problems problems) {
    Answer answer = method.answer();
    answer
        .content()
        .flatMap(DecodingRules::undecodable)
        .ifPresent(type -> reportUndecodable(method, type, problems));
    if (answer.shape() == Shape.OPTIONAL && method.writes()) {
      problems.add(
          Rule.OPTIONAL_WRITE,
          method.anchor(),
          "%s writes and returns %s, so a write to something that is not there would pass as done."
              .formatted(method.label(), method.result().label()),
          "Return %s, and a 404 is a NotFoundException".formatted(required(answer))
              + (method.alwaysWrites()
                  ? "."
                  : "; or, if the request only reads, add @RequiresScope(Scope.READ)."));
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
        inner ? "Make it static, or a record." : insteadOfAbstract(method, type));
  }

  /** A type that stands around another may be one that a call adapter makes. */
  private static String insteadOfAbstract(ApiMethod method, TypeUse type) {
    return type.equals(method.result()) && !type.arguments().isEmpty()
        ? "Make it a record; or, if a call adapter of yours makes it, name it in the processor's"
            + " option: -Avisibuild.adapted=%s".formatted(type.erasure())
        : "Make it a record; or say which class to make, with Jackson's @JsonTypeInfo and"
            + " @JsonSubTypes, or @JsonDeserialize.";
  }

  private static String required(Answer answer) {
    String type = answer.content().map(TypeUse::label).orElse("void");
    return answer.waiting() == Waiting.FUTURE ? "CompletableFuture<" + type + ">" : type;
  }
}
