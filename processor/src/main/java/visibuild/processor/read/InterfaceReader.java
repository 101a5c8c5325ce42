package visibuild.processor.read;

import com.google.auto.common.Visibility;
import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import visibuild.processor.model.AnnotationUse;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.Declaration;
import visibuild.processor.model.DefaultMethod;
import visibuild.processor.model.LibraryTypes;

/** Reads a declaration with {@code @VisibuildApi} into the model. */
public final class InterfaceReader {
  private final Elements elements;
  private final Types types;
  private final Predicate<TypeElement> isInSource;
  private final KotlinDefaults kotlin;
  private final SurroundingsReader surroundings;
  private final TraitsReader traits;
  private final AnnotationTypes annotationTypes = new AnnotationTypes();
  private final Positions positions;

  /**
   * Makes a reader for one round.
   *
   * @param isInSource whether a top-level type is compiled from source, so that a problem can be
   *     reported inside it
   */
  public InterfaceReader(
      Elements elements,
      Types types,
      AdaptedTypes adapted,
      Predicate<TypeElement> isInSource,
      Positions positions) {
    this.elements = elements;
    this.types = types;
    this.isInSource = isInSource;
    this.kotlin = new KotlinDefaults(types);
    this.surroundings = new SurroundingsReader(elements);
    this.traits = new TraitsReader(types, adapted);
    this.positions = positions;
  }

  /** Reads {@code type}, as far as everything it names is there. */
  public Reading read(TypeElement type) {
    try {
      return new Reading.Complete(readComplete(type));
    } catch (MissingTypeException missing) {
      return missing.waiting();
    }
  }

  private ApiInterface readComplete(TypeElement type) {
    Anchors anchors = new Anchors(type, isInSource);
    AnnotationReader annotations =
        new AnnotationReader(elements, anchors, elements.getPackageOf(type), annotationTypes);
    AnnotationUse api = annotations.find(type, LibraryTypes.VISIBUILD_API).orElseThrow();
    if (api.text("scope").isEmpty()) {
      throw new MissingTypeException("no scope", api.anchor());
    }
    Hierarchy hierarchy = new Hierarchy(type, anchors, elements, types);
    Declaration declaration = declaration(type);
    MethodReader methods = new MethodReader(type, types, anchors, annotations, traits, positions);
    List<ExecutableElement> toWrite =
        declaration.canHaveClient() ? hierarchy.abstractMethods() : List.of();
    return new ApiInterface(
        ClassName.get(type),
        declaration,
        api,
        Visibility.effectiveVisibilityOfElement(type) == Visibility.PUBLIC,
        toWrite.stream()
            .filter(method -> kotlin.implementationOf(method).isEmpty())
            .map(methods::read)
            .toList(),
        defaults(toWrite, methods),
        new CautionsReader(annotations).readWithEnclosing(type),
        surroundings.read(type, hierarchy),
        anchors.at(type),
        positions.of(type));
  }

  private List<DefaultMethod> defaults(List<ExecutableElement> toWrite, MethodReader methods) {
    return toWrite.stream()
        .flatMap(
            method ->
                kotlin
                    .implementationOf(method)
                    .map(body -> new DefaultMethod(methods.read(method), body))
                    .stream())
        .toList();
  }

  private static Declaration declaration(TypeElement type) {
    return new Declaration(
        kind(type.getKind()),
        type.getTypeParameters().stream().map(Object::toString).toList(),
        Visibility.effectiveVisibilityOfElement(type) == Visibility.PRIVATE,
        type.getModifiers().contains(Modifier.SEALED));
  }

  private static String kind(ElementKind kind) {
    return switch (kind) {
      case INTERFACE -> "interface";
      case ENUM -> "enum";
      case RECORD -> "record";
      case ANNOTATION_TYPE -> "annotation type";
      default -> "class";
    };
  }
}
