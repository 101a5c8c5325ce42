package visibuild.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A type in a signature.
 *
 * @param source the type to repeat in generated source, type annotations included
 * @param name the class or interface, for {@link Form#DECLARED} and {@link Form#RAW}
 * @param arguments the type arguments; the component type of an array; the bound of a wildcard
 * @param missing for a raw type, wildcards in place of its missing type arguments
 * @param traits the known traits of the class or interface
 * @param entry the types of keys and values of a {@code Map} or a subtype; otherwise empty
 */
public record TypeUse(
    TypeName source,
    Form form,
    Optional<ClassName> name,
    List<TypeUse> arguments,
    List<TypeUse> missing,
    Set<Trait> traits,
    List<TypeUse> entry) {
  /** The kinds of type. */
  public enum Form {
    /** {@code void} or a primitive type. */
    KEYWORD,
    /** A class or an interface, with its type arguments if it has any. */
    DECLARED,
    /** A generic class or interface without its type arguments. */
    RAW,
    /** An array. */
    ARRAY,
    /** A type variable. */
    VARIABLE,
    /** A wildcard. */
    WILDCARD
  }

  /** The traits of a class or interface that rules need. */
  public enum Trait {
    /** An {@code Iterable}. */
    ITERABLE,
    /** A {@code Collection}. */
    COLLECTION,
    /** A {@code Map}. */
    MAP,
    /** An interface or an abstract class. */
    ABSTRACT,
    /** An interface. */
    INTERFACE,
    /** An {@code InputStream}, a {@code Reader} or a source of Okio's. */
    STREAM,
    /** A record with the default text of records, {@code Filter[a=1]}. */
    RECORD_TO_STRING,
    /** A class with the text of {@code Object}, {@code Filter@1c852c0f}. */
    OBJECT_TO_STRING,
    /** A class with the text that a library writes, {@code Filter(a=1)}. */
    LIBRARY_TO_STRING,
    /** A class that Jackson writes as an object or an array where others are a text. */
    JSON_OBJECT,
    /** A class that needs an instance of the class around it. */
    INNER,
    /** The result of a call adapter. */
    ADAPTED,
    /** A future, a publisher, or a subtype of one: its values come later, and from no JSON. */
    ASYNCHRONOUS,
    /** A class that holds nothing of the types of its type variables. */
    PHANTOM,
    /** A class or interface that is deprecated or inside of one that is. */
    DEPRECATED,
    /** A class or interface that is deprecated for removal or inside of one that is. */
    FOR_REMOVAL,
    /** A type that the client cannot access from its package. */
    INACCESSIBLE,
    /** A type for which Jackson knows the class to create, by itself or by configuration. */
    DECODABLE
  }

  /** Makes a type of copies of the collections. */
  public TypeUse {
    arguments = List.copyOf(arguments);
    missing = List.copyOf(missing);
    traits = Set.copyOf(traits);
    entry = List.copyOf(entry);
  }

  /** A type that is no class or interface. */
  public TypeUse(TypeName source, Form form, List<TypeUse> arguments) {
    this(source, form, Optional.empty(), arguments, List.of(), Set.of(), List.of());
  }

  /** Returns whether this class or interface has {@code trait}. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Returns whether this type, or one inside it, is unresolved. */
  public boolean isOpen() {
    if (form == Form.VARIABLE || form == Form.WILDCARD) {
      return true;
    }
    for (TypeUse argument : arguments) {
      if (argument.isOpen()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the erasure of the type. */
  public TypeName erasure() {
    if (form == Form.ARRAY) {
      return ArrayTypeName.of(argument().erasure());
    }
    return name.isPresent() ? name.get() : source.withoutAnnotations();
  }

  /** Returns whether this is {@code type}, with any arguments. */
  public boolean is(ClassName type) {
    return name.isPresent() && name.get().equals(type);
  }

  /** Returns whether this type is {@code void}. */
  public boolean isVoid() {
    return source.equals(TypeName.VOID);
  }

  /** Returns whether {@code condition} holds for this type or for one inside it. */
  public boolean contains(Predicate<TypeUse> condition) {
    if (condition.test(this)) {
      return true;
    }
    for (TypeUse argument : arguments) {
      if (argument.contains(condition)) {
        return true;
      }
    }
    return false;
  }

  /** The only type argument. */
  public TypeUse argument() {
    return arguments.get(0);
  }

  /**
   * Returns the type as an argument of {@code Call}: boxed, and without its own annotations, since
   * a received response is never null.
   */
  public TypeName asArgument() {
    return source.withoutAnnotations().box();
  }

  /** The type as a message names it: simple names, no annotations. */
  public String label() {
    return switch (form) {
      case KEYWORD, VARIABLE, WILDCARD -> SimpleNames.of(source);
      case ARRAY -> argument().label() + "[]";
      case DECLARED, RAW ->
          name.map(ClassName::simpleNames).map(n -> String.join(".", n)).orElse("")
              + argumentsLabel();
    };
  }

  private String argumentsLabel() {
    return arguments.isEmpty()
        ? ""
        : "<" + String.join(", ", arguments.stream().map(TypeUse::label).toList()) + ">";
  }
}
