package visibuild.processor.validation;

import java.util.ArrayList;
import java.util.List;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.TypeUse.Trait;

/** Writes types with an example in place of each unknown part, for the remedy of a message. */
final class CompletedTypes {
  private CompletedTypes() {}

  /**
   * Returns {@code type} completed.
   *
   * @param unknown the example for a part without a bound
   */
  static String complete(TypeUse type, String unknown) {
    return switch (type.form()) {
      case KEYWORD -> type.label();
      case VARIABLE -> unknown;
      case WILDCARD -> type.arguments().isEmpty() ? unknown : complete(type.argument(), unknown);
      case ARRAY -> complete(type.argument(), unknown) + "[]";
      case DECLARED, RAW -> declared(type, unknown);
    };
  }

  private static String declared(TypeUse type, String unknown) {
    List<TypeUse> arguments = type.form() == Form.RAW ? type.missing() : type.arguments();
    if (arguments.isEmpty()) {
      return type.label();
    }
    boolean isMap = type.has(Trait.MAP) && arguments.size() == 2;
    if (arguments.stream().anyMatch(CompletedTypes::hasRecursiveBound)) {
      String value = isMap ? complete(arguments.get(1), unknown) : "String";
      return isMap
          ? "Map<String, %s>".formatted(value)
          : type.has(Trait.COLLECTION) ? "List<String>" : unknown;
    }
    List<String> examples = new ArrayList<>();
    for (TypeUse argument : arguments) {
      boolean isKey = isMap && examples.isEmpty();
      boolean isRawValue = isMap && type.form() == Form.RAW;
      examples.add(complete(argument, isKey ? "String" : isRawValue ? "Object" : unknown));
    }
    String label = type.label();
    int bracket = label.indexOf('<');
    return (bracket < 0 ? label : label.substring(0, bracket))
        + "<"
        + String.join(", ", examples)
        + ">";
  }

  /** Only an enum is within {@code E extends Enum<E>}, and which one is unknown. */
  private static boolean hasRecursiveBound(TypeUse argument) {
    return argument.form() == Form.WILDCARD
        && !argument.arguments().isEmpty()
        && argument.argument().contains(part -> part.form() == Form.VARIABLE);
  }
}
