package visibuild.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A type as it stands in a signature.
 *
 * @param source the type to repeat in generated source, type annotations included
 * @param name the class or interface, for {@link Form#DECLARED} and {@link Form#RAW}
 * @param arguments the type arguments; the component type of an array
 * @param traits what is known of the class or interface
 * @param entry of a {@code Map} or a subtype, the types of keys and values; else empty
 */
public record TypeUse(
    TypeName source,
    Form form,
    Optional<ClassName> name,
    List<TypeUse> arguments,
    Set<Trait> traits,
    List<TypeUse> entry) {
  /** What kind of type it is. */
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

  /** What rules want to know of a class or interface. */
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
    /** An {@code InputStream} or a {@code Reader}. */
    STREAM,
    /** A record whose text is that of all records, {@code Filter[a=1]}. */
    RECORD_TO_STRING,
    /** A class whose text is that of {@code Object}, {@code Filter@1c852c0f}. */
    OBJECT_TO_STRING,
    /** A class that needs an instance of the class around it. */
    INNER,
    /** What a call adapter of the program's makes of a call. */
    ADAPTED,
    /** A class that holds nothing of the types of its type variables. */
    PHANTOM,
    /** A type that the client cannot access from its package. */
    INACCESSIBLE,
    /** A type for which Jackson is told, or knows by itself, which class to make. */
    DECODABLE
  }

  /** Makes a type of copies of the collections. */
  public TypeUse {
    arguments = List.copyOf(arguments);
    traits = Set.copyOf(traits);
    entry = List.copyOf(entry);
  }

  /** A type that is no class or interface. */
  public TypeUse(TypeName source, Form form, List<TypeUse> arguments) {
    this(source, form, Optional.empty(), arguments, Set.of(), List.of());
  }

  /** Whether {@code trait} is known of this class or interface. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether it is not known what this type, or one inside it, stands for. */
  public boolean isOpen() {
    return contains(part -> part.form() == Form.VARIABLE || part.form() == Form.WILDCARD);
  }

  /** What is left of the type at run time. */
  public TypeName erasure() {
    return form == Form.ARRAY
        ? ArrayTypeName.of(argument().erasure())
        : name.map(TypeName.class::cast).orElse(source.withoutAnnotations());
  }

  /** Whether this is {@code type}, whatever its arguments. */
  public boolean is(ClassName type) {
    return name.isPresent() && name.get().equals(type);
  }

  /** Whether this type is {@code void}. */
  public boolean isVoid() {
    return source.equals(TypeName.VOID);
  }

  /** Whether {@code condition} holds for this type or for one inside it. */
  public boolean contains(Predicate<TypeUse> condition) {
    return condition.test(this) || arguments.stream().anyMatch(type -> type.contains(condition));
  }

  /** The only type argument. */
  public TypeUse argument() {
    return arguments.get(0);
  }

  /**
   * The type as an argument of {@code Call}: boxed, and without annotations of its own, since an
   * answer that arrives is there.
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
