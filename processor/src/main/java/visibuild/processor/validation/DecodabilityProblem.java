package visibuild.processor.validation;

import visibuild.processor.model.TypeUse;

/**
 * What keeps Jackson from making an answer.
 *
 * @param member where it stands, {@code Site.shape}; empty if in the answer's type itself
 * @param type the type of which nothing can be made
 */
record DecodabilityProblem(String member, TypeUse type, Kind kind) {
  /** What is wrong with the type. */
  enum Kind {
    INNER("an inner class"),
    INTERFACE("an interface"),
    ABSTRACT("abstract"),
    NO_CONSTRUCTOR("a class without a constructor that Jackson calls"),
    NO_DATA("nothing that JSON can hold"),
    KEY("");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** What is wrong, to follow "returns ..., but ". */
  String words() {
    return kind == Kind.KEY
        ? "the keys of %s are of %s, which cannot be made of a text"
            .formatted(member.isEmpty() ? "its map" : member, type.label())
        : "%s is %s, of which no instance can be made from JSON"
            .formatted(
                member.isEmpty() ? type.label() : "the %s of %s".formatted(type.label(), member),
                kind.words);
  }
}
