package visibuild.processor.validation;

import visibuild.processor.model.TypeUse;

/**
 * The reason why Jackson cannot decode a response.
 *
 * @param member the property with the type, {@code Site.shape}; empty if the return type has it
 * @param type the type that cannot be made
 */
record DecodabilityProblem(String member, TypeUse type, Kind kind) {
  /** The flaw of the type. */
  enum Kind {
    INNER("an inner class"),
    INTERFACE("an interface"),
    ABSTRACT("abstract"),
    NO_CONSTRUCTOR("a class without a constructor that Jackson calls"),
    NO_PROPERTY(""),
    NO_DATA("no data that JSON can hold"),
    UNTYPED(""),
    KEY("");

    private final String description;

    Kind(String description) {
      this.description = description;
    }
  }

  /** Describes the flaw, to follow "returns ..., but ". */
  String description() {
    String place = member.isEmpty() ? type.label() : "the %s of %s".formatted(type.label(), member);
    return switch (kind) {
      case KEY ->
          "the keys of %s are of %s, which no string can become"
              .formatted(member.isEmpty() ? "its map" : member, type.label());
      case UNTYPED ->
          "Jackson decodes the value of %s to maps and lists, not to %s"
              .formatted(place, type.argument().label());
      case NO_PROPERTY ->
          "%s has no public field, getter or setter, so Jackson sets none of its fields"
              .formatted(place);
      default -> "%s is %s, so Jackson cannot make one".formatted(place, kind.description);
    };
  }
}
