package visibuild.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.AnnotationValueModel;
import visibuild.processor.model.SourceLocation;

/** Reads annotations. */
final class AnnotationReader {
  /** The value that javac gives for an unresolved member, also from source. */
  private static final String UNRESOLVED = "<error>";

  private final LocationFactory locations;
  private final ClientAccess access;
  private final AnnotationTypes types;
  private final AnnotationSource source;

  /** Reads for the client with {@code access}; an annotation that it cannot name is left out. */
  AnnotationReader(LocationFactory locations, ClientAccess access) {
    this.locations = locations;
    this.access = access;
    this.types = access.types();
    this.source = new AnnotationSource(types);
  }

  ClientAccess access() {
    return access;
  }

  /** The annotation of type {@code type} on {@code element}, if there is one. */
  Optional<AnnotationModel> find(Element element, ClassName type) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (isResolved(annotation) && types.of(annotation).name().equals(type)) {
        return Optional.of(read(element, annotation));
      }
    }
    return Optional.empty();
  }

  /** Returns whether {@code element} has an annotation of one of {@code wanted}. */
  boolean hasAny(Element element, Set<ClassName> wanted) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (isResolved(annotation) && wanted.contains(types.of(annotation).name())) {
        return true;
      }
    }
    return false;
  }

  /** The annotations on {@code element} that are there at run time. */
  List<AnnotationModel> keptAtRunTime(Element element) {
    List<? extends AnnotationMirror> annotations = element.getAnnotationMirrors();
    for (AnnotationMirror annotation : annotations) {
      requireResolved(element, annotation);
    }
    List<AnnotationModel> kept = new ArrayList<>();
    for (AnnotationMirror annotation : annotations) {
      if (types.of(annotation).keptAtRunTime() && access.allows(annotation)) {
        kept.add(read(element, annotation));
      }
    }
    return kept;
  }

  /** All annotations on {@code element}, for a message: they are not repeated in source. */
  List<AnnotationModel> all(Element element) {
    List<AnnotationModel> all = new ArrayList<>();
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      requireResolved(element, annotation);
      all.add(read(element, annotation));
    }
    return all;
  }

  /**
   * The type annotations among {@code annotations}, to be repeated in source.
   *
   * @param location the location of the type
   */
  List<AnnotationSpec> onType(
      List<? extends AnnotationMirror> annotations, SourceLocation location) {
    if (annotations.isEmpty()) {
      return List.of();
    }
    List<AnnotationSpec> repeated = new ArrayList<>();
    for (AnnotationMirror annotation : annotations) {
      if (access.allows(annotation)) {
        for (AnnotationValue value : annotation.getElementValues().values()) {
          requireResolved(value, location);
        }
        repeated.add(source.of(annotation));
      }
    }
    return repeated;
  }

  private AnnotationModel read(Element element, AnnotationMirror annotation) {
    AnnotationTypes.Known type = types.of(annotation);
    SourceLocation location = locations.at(element, annotation, null);
    Map<? extends ExecutableElement, ? extends AnnotationValue> written =
        annotation.getElementValues();
    Map<String, AnnotationValueModel> members = new HashMap<>();
    for (Map.Entry<ExecutableElement, AnnotationValue> absent : type.defaults()) {
      if (!written.containsKey(absent.getKey())) {
        members.put(
            absent.getKey().getSimpleName().toString(),
            member(absent.getValue(), element, null, location));
      }
    }
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        written.entrySet()) {
      members.put(
          each.getKey().getSimpleName().toString(),
          member(each.getValue(), element, annotation, location));
    }
    return new AnnotationModel(type.name(), members, source.of(annotation), location);
  }

  /**
   * Reads the value of a member.
   *
   * @param written the annotation that the value is written in; null for a default value
   * @param ofAnnotation the location of a default value
   */
  private AnnotationValueModel member(
      AnnotationValue value,
      Element element,
      @Nullable AnnotationMirror written,
      SourceLocation ofAnnotation) {
    SourceLocation location =
        written == null ? ofAnnotation : locations.at(element, written, value);
    Object content = value.getValue();
    if (content instanceof List<?> array) {
      List<AnnotationValueModel> values = new ArrayList<>();
      for (Object each : array) {
        values.add(member((AnnotationValue) each, element, written, ofAnnotation));
      }
      return new AnnotationValueModel(values, location);
    }
    requireResolved(value, location);
    return new AnnotationValueModel(plain(content), location);
  }

  private static void requireResolved(AnnotationValue value, SourceLocation location) {
    Object content = value.getValue();
    if (content instanceof List<?> array) {
      for (Object each : array) {
        requireResolved((AnnotationValue) each, location);
      }
      return;
    }
    if (content instanceof AnnotationMirror nested) {
      for (AnnotationValue each : nested.getElementValues().values()) {
        requireResolved(each, location);
      }
      return;
    }
    boolean missingType = content instanceof TypeMirror type && isMissing(type);
    if (missingType || isUnresolved(value)) {
      throw new UnreadableSourceException(missingType ? content.toString() : "", location);
    }
  }

  private static boolean isMissing(TypeMirror type) {
    return type.getKind() == TypeKind.ARRAY
        ? isMissing(MoreTypes.asArray(type).getComponentType())
        : type.getKind() == TypeKind.ERROR;
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
      throw UnreadableSourceException.reportedByCompiler(locations.at(element, annotation, null));
    }
  }

  private static boolean isResolved(AnnotationMirror annotation) {
    return annotation.getAnnotationType().getKind() != TypeKind.ERROR;
  }
}
