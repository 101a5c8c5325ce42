package visibuild.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import visibuild.Scope;

/**
 * An abstract method of an annotated interface, declared there or inherited.
 *
 * @param label the method as a message names it, such as {@code TicketsApi.create}
 * @param typeVariables those that it declares, with their bounds
 * @param bounds the bounds of all its type variables
 * @param parameters its parameters
 * @param continuation the last parameter of a Kotlin suspend function
 * @param varargs whether its last parameter takes any number of values
 * @param returnType its return type; of a suspend function, that which Kotlin shows
 * @param returnTypeLocation the return type; of a suspend function, the method itself
 * @param annotations the part of its annotations that is kept at run time
 * @param requiredScope its {@code @RequiresScope}
 * @param carried the annotations for javac that each repetition of the signature needs
 * @param location the method itself
 * @param position the position of its name; empty if the compiler does not report it
 * @param verbs those of its annotations: one in a method without problems
 * @param returnShape the shape of its return type
 */
public record ApiMethod(
    String name,
    String label,
    List<TypeVariableName> typeVariables,
    List<TypeUse> bounds,
    List<Parameter> parameters,
    Optional<Parameter> continuation,
    boolean varargs,
    TypeUse returnType,
    SourceLocation returnTypeLocation,
    List<AnnotationModel> annotations,
    Optional<AnnotationModel> requiredScope,
    CarriedAnnotations carried,
    SourceLocation location,
    Optional<Position> position,
    List<Verb> verbs,
    ReturnShape returnShape) {
  /** Makes a method of copies of the lists. */
  public ApiMethod {
    typeVariables = List.copyOf(typeVariables);
    bounds = List.copyOf(bounds);
    parameters = List.copyOf(parameters);
    annotations = List.copyOf(annotations);
    verbs = List.copyOf(verbs);
  }

  /** Returns this method with other parameters. */
  public ApiMethod withParameters(List<Parameter> others) {
    return new ApiMethod(
        name,
        label,
        typeVariables,
        bounds,
        others,
        continuation,
        varargs,
        returnType,
        returnTypeLocation,
        annotations,
        requiredScope,
        carried,
        location,
        position,
        verbs,
        returnShape);
  }

  /** Its verb, where it has exactly one. */
  public Optional<Verb> verb() {
    return verbs.size() == 1 ? Optional.of(verbs.get(0)) : Optional.empty();
  }

  /** Its annotation of type {@code type}, if it has one. */
  public Optional<AnnotationModel> annotation(ClassName type) {
    for (AnnotationModel annotation : annotations) {
      if (annotation.is(type)) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  /** Returns whether the method or a parameter has an annotation of type {@code type}. */
  public boolean uses(ClassName type) {
    for (Parameter parameter : parameters) {
      if (parameter.annotation(type).isPresent()) {
        return true;
      }
    }
    return annotation(type).isPresent();
  }

  /** Returns whether a call is known to need {@link Scope#READ} only. */
  public boolean reads() {
    return scope().orElse(null) == Scope.READ;
  }

  /** Returns whether a call is known to need {@link Scope#READ_WRITE}. */
  public boolean writes() {
    return scope().orElse(null) == Scope.READ_WRITE;
  }

  /**
   * Returns whether a call counts as a write, whatever {@code @RequiresScope} declares. Only a POST
   * can be declared a read, and not if its caller chooses the URL: that may be any POST of the API.
   */
  public boolean alwaysWrites() {
    Optional<Verb> verb = verb();
    return verb.isPresent()
        && (verb.get().alwaysWrites()
            || (verb.get().scope() == Scope.READ_WRITE && uses(RetrofitAnnotations.URL)));
  }

  /** The scope that a call needs: stated, or else by the verb; empty without both. */
  public Optional<Scope> scope() {
    if (alwaysWrites()) {
      return Optional.of(Scope.READ_WRITE);
    }
    if (requiredScope.isPresent()) {
      return Optional.of(Scope.valueOf(requiredScope.get().text("value")));
    }
    Optional<Verb> verb = verb();
    return verb.isPresent() ? Optional.of(verb.get().scope()) : Optional.empty();
  }
}
