package visibuild.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.SourceLocation;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.Verb;

/** Reads the methods of one interface, inherited ones as seen from it. */
final class MethodReader {
  private final DeclaredType api;
  private final Types types;
  private final LocationFactory locations;
  private final AnnotationReader annotations;
  private final TypeChecks checks;
  private final TypeReader typeReader;
  private final CarriedAnnotationsReader carried;
  private final SourceTrees trees;
  private final SuspendReader suspends;
  private final UnresolvedAnnotations unresolved;

  MethodReader(
      TypeElement api,
      Types types,
      LocationFactory locations,
      AnnotationReader annotations,
      TraitsReader traits,
      SourceTrees trees) {
    this.api = MoreTypes.asDeclared(api.asType());
    this.types = types;
    this.locations = locations;
    this.annotations = annotations;
    this.checks = new TypeChecks(types);
    this.typeReader = new TypeReader(annotations, traits, checks);
    this.carried = new CarriedAnnotationsReader(annotations);
    this.trees = trees;
    this.suspends = new SuspendReader(types);
    this.unresolved = new UnresolvedAnnotations(trees.methods());
  }

  /**
   * Reads {@code method}.
   *
   * @throws UnreadableSourceException if the type of an annotation is missing that may be
   *     Retrofit's; the compiler reports it
   */
  ApiMethod read(ExecutableElement method) {
    ApiMethod read = readResolved(method);
    if (isIncomplete(read) && unresolved.isOn(method)) {
      throw UnreadableSourceException.reportedByCompiler(read.location());
    }
    return read;
  }

  private static boolean isIncomplete(ApiMethod method) {
    for (Parameter parameter : method.parameters()) {
      if (parameter.retrofitAnnotations().isEmpty() && !parameter.isOptions()) {
        return true;
      }
    }
    boolean needsPath = !method.uses(RetrofitAnnotations.URL);
    for (Verb verb : method.verbs()) {
      if (needsPath && verb.path().isEmpty()) {
        return true;
      }
    }
    return method.verbs().isEmpty();
  }

  private ApiMethod readResolved(ExecutableElement method) {
    SourceLocation location = locations.at(method);
    if (!checks.haveAllowedBounds(method.getTypeParameters())
        || !checks.canBeThrown(method.getThrownTypes())) {
      throw UnreadableSourceException.reportedByCompiler(location);
    }
    TypeElement declaring = MoreElements.asType(method.getEnclosingElement());
    ExecutableType seen = seenFromApi(method);
    Optional<TypeMirror> resumed = suspends.resultOf(seen);
    SourceLocation ofReturnType = resumed.isPresent() ? location : locations.atReturnType(method);
    List<Parameter> parameters = parameters(method, seen);
    int written = parameters.size() - (resumed.isPresent() ? 1 : 0);
    List<TypeVariableName> typeVariables = new ArrayList<>();
    List<TypeUse> bounds = new ArrayList<>();
    for (TypeVariable variable : seen.getTypeVariables()) {
      typeVariables.add(declaration(variable));
      for (TypeMirror bound : boundsOf(variable)) {
        bounds.add(typeReader.read(bound, bound, location));
      }
    }
    TypeUse returned =
        resumed.isPresent()
            ? typeReader.read(resumed.get(), resumed.get(), location)
            : typeReader.read(method.getReturnType(), seen.getReturnType(), ofReturnType);
    List<AnnotationModel> own = withoutCarried(annotations.keptAtRunTime(method));
    List<Verb> verbs = Verb.in(own);
    return new ApiMethod(
        method.getSimpleName().toString(),
        declaring.getSimpleName() + "." + method.getSimpleName(),
        typeVariables,
        bounds,
        parameters.subList(0, written),
        written < parameters.size() ? Optional.of(parameters.get(written)) : Optional.empty(),
        method.isVarArgs(),
        returned,
        ofReturnType,
        verbs.isEmpty() ? annotations.all(method) : own,
        annotations.find(method, LibraryTypes.REQUIRES_SCOPE),
        carried.read(method, isInherited(method), namedTypes(returned, parameters, bounds)),
        location,
        trees.positions().of(method),
        verbs,
        resumed.isPresent() ? ReturnShape.suspending(returned) : ReturnShape.of(returned));
  }

  private static List<TypeUse> namedTypes(
      TypeUse returned, List<Parameter> parameters, List<TypeUse> bounds) {
    List<TypeUse> named = new ArrayList<>(bounds);
    named.add(returned);
    for (Parameter parameter : parameters) {
      named.add(parameter.type());
    }
    return named;
  }

  private static List<AnnotationModel> withoutCarried(List<AnnotationModel> annotations) {
    List<AnnotationModel> others = new ArrayList<>();
    for (AnnotationModel annotation : annotations) {
      if (!CarriedAnnotationsReader.REPEATED.contains(annotation.type())) {
        others.add(annotation);
      }
    }
    return others;
  }

  /** The bounds as seen from the interface; JavaPoet would take the declared ones. */
  private static TypeVariableName declaration(TypeVariable variable) {
    return TypeVariableName.get(
        variable.asElement().getSimpleName().toString(),
        boundsOf(variable).stream().map(TypeName::get).toArray(TypeName[]::new));
  }

  private static List<? extends TypeMirror> boundsOf(TypeVariable variable) {
    TypeMirror bound = variable.getUpperBound();
    return bound instanceof IntersectionType several ? several.getBounds() : List.of(bound);
  }

  private ExecutableType seenFromApi(ExecutableElement method) {
    return MoreTypes.asExecutable(
        isInherited(method) ? types.asMemberOf(api, method) : method.asType());
  }

  private boolean isInherited(ExecutableElement method) {
    return !api.asElement().equals(method.getEnclosingElement());
  }

  private List<Parameter> parameters(ExecutableElement method, ExecutableType seen) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      parameters.add(parameter(method.getParameters().get(i), seen.getParameterTypes().get(i)));
    }
    return parameters;
  }

  private Parameter parameter(VariableElement parameter, TypeMirror seen) {
    SourceLocation location = locations.at(parameter);
    if (seen.getKind() == TypeKind.VOID) {
      // The compiler reports it, here and wherever the signature is repeated.
      throw UnreadableSourceException.reportedByCompiler(location);
    }
    TypeUse type = typeReader.read(parameter.asType(), seen, location);
    Parameter read =
        new Parameter(
            parameter.getSimpleName().toString(),
            type,
            withoutTypeAnnotations(annotations.keptAtRunTime(parameter), type),
            location);
    boolean needsPurpose = read.retrofitAnnotations().isEmpty() && !read.isOptions();
    return needsPurpose
        ? new Parameter(read.name(), type, annotations.all(parameter), location)
        : read;
  }

  /** An annotation for both types and parameters would otherwise be written twice. */
  private static List<AnnotationModel> withoutTypeAnnotations(
      List<AnnotationModel> declared, TypeUse type) {
    List<AnnotationSpec> onType = annotationsInFrontOf(type);
    if (onType.isEmpty()) {
      return declared;
    }
    List<AnnotationModel> others = new ArrayList<>();
    for (AnnotationModel each : declared) {
      if (!isAmong(onType, each)) {
        others.add(each);
      }
    }
    return others;
  }

  private static boolean isAmong(List<AnnotationSpec> onType, AnnotationModel declared) {
    for (AnnotationSpec each : onType) {
      if (each.type().equals(declared.type())) {
        return true;
      }
    }
    return false;
  }

  private static List<AnnotationSpec> annotationsInFrontOf(TypeUse type) {
    return type.form() == Form.ARRAY
        ? annotationsInFrontOf(type.argument())
        : type.source().annotations();
  }
}
