package visibuild.processor.read;

import com.google.auto.common.Visibility;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.AnnotationValueModel;
import visibuild.processor.model.SourceLocation;

/** Reads annotations. */
final class AnnotationReader {
  /** The value that javac gives for an unresolved member, also from source. */
  private static final String UNRESOLVED = "<error>";

  private final Elements elements;
  private final LocationFactory locations;
  private final PackageElement client;
  private final AnnotationTypes types;
  private final AnnotationSource source;

  /**
   * Reads for a client in the package {@code client}; an annotation that cannot be named there is
   * left out.
   */
  AnnotationReader(
      Elements elements, LocationFactory locations, PackageElement client, AnnotationTypes types) {
    this.elements = elements;
    this.locations = locations;
    this.client = client;
    this.types = types;
    this.source = new AnnotationSource(types);
  }

  /** The annotation of type {@code type} on {@code element}, if there is one. */
  Optional<AnnotationModel> find(Element element, ClassName type) {
    return element.getAnnotationMirrors().stream()
        .filter(annotation -> isResolved(annotation) && types.of(annotation).name().equals(type))
        .findFirst()
        .map(annotation -> read(element, annotation));
  }

  /** The annotations on {@code element} that are there at run time. */
  List<AnnotationModel> keptAtRunTime(Element element) {
    element.getAnnotationMirrors().forEach(each -> requireResolved(element, each));
    return element.getAnnotationMirrors().stream()
        .filter(annotation -> types.of(annotation).keptAtRunTime() && canBeNamed(annotation))
        .map(annotation -> read(element, annotation))
        .toList();
  }

  /** The type annotations among {@code annotations}, to be repeated in source. */
  List<AnnotationSpec> onType(List<? extends AnnotationMirror> annotations) {
    return annotations.stream().filter(this::canBeNamed).map(source::of).toList();
  }

  private AnnotationModel read(Element element, AnnotationMirror annotation) {
    Map<String, AnnotationValueModel> members = new HashMap<>();
    elements
        .getElementValuesWithDefaults(annotation)
        .forEach(
            (member, value) ->
                members.put(
                    member.getSimpleName().toString(),
                    annotation.getElementValues().containsKey(member)
                        ? member(value, each -> locations.at(element, annotation, each))
                        : member(value, each -> locations.at(element, annotation, null))));
    return new AnnotationModel(
        types.of(annotation).name(),
        members,
        source.of(annotation),
        locations.at(element, annotation, null));
  }

  private static AnnotationValueModel member(
      AnnotationValue value, Function<AnnotationValue, SourceLocation> locationOf) {
    SourceLocation location = locationOf.apply(value);
    Object content = value.getValue();
    if (content instanceof List<?> array) {
      return new AnnotationValueModel(
          array.stream().map(each -> member((AnnotationValue) each, locationOf)).toList(),
          location);
    }
    boolean missingType = content instanceof TypeMirror type && type.getKind() == TypeKind.ERROR;
    if (missingType || isUnresolved(value)) {
      throw new MissingTypeException(missingType ? content.toString() : "", location);
    }
    return new AnnotationValueModel(plain(content), location);
  }

  /** A text of the user's that reads the same has quotation marks in its source. */
  private static boolean isUnresolved(AnnotationValue value) {
    return value.getValue().equals(UNRESOLVED) && value.toString().equals(UNRESOLVED);
  }

  private static Object plain(Object content) {
    if (content instanceof VariableElement constant) {
      return constant.getSimpleName().toString();
    }
    return content instanceof TypeMirror || content instanceof AnnotationMirror
        ? content.toString()
        : content;
  }

  private void requireResolved(Element element, AnnotationMirror annotation) {
    if (!isResolved(annotation)) {
      throw new MissingTypeException("", locations.at(element, annotation, null));
    }
  }

  private static boolean isResolved(AnnotationMirror annotation) {
    return annotation.getAnnotationType().getKind() != TypeKind.ERROR;
  }

  /** Returns whether the client can name {@code type} from its package. */
  boolean canAccess(TypeElement type) {
    if (type.getModifiers().contains(Modifier.PUBLIC)
        && type.getNestingKind() == NestingKind.TOP_LEVEL) {
      return true;
    }
    return isVisible(Visibility.effectiveVisibilityOfElement(type), type);
  }

  private boolean isVisible(Visibility visibility, TypeElement type) {
    return switch (visibility) {
      case PUBLIC -> true;
      case PROTECTED, DEFAULT -> elements.getPackageOf(type).equals(client);
      case PRIVATE -> false;
    };
  }

  private boolean canBeNamed(AnnotationMirror annotation) {
    AnnotationTypes.Known type = types.of(annotation);
    return isVisible(type.visibility(), type.element());
  }
}
