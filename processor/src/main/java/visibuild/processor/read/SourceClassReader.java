package visibuild.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.jackson.ForeignJsonAnnotation;
import visibuild.processor.jackson.JacksonPojoIntrospector;
import visibuild.processor.jackson.JacksonSupportedTypes;
import visibuild.processor.jackson.ModelLibrary;
import visibuild.processor.jackson.ShapeDecisions;
import visibuild.processor.jackson.ShapeDecisions.Question;
import visibuild.processor.model.ForeignAnnotation;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.SourceClass;
import visibuild.processor.model.SourceClass.Hints;
import visibuild.processor.model.SourceClass.Member;
import visibuild.processor.model.TypeUse;

/** Reads the program's own classes that one interface reaches. */
final class SourceClassReader {
  private static final Set<String> WRITTEN =
      Set.of(RetrofitAnnotations.BODY.canonicalName(), RetrofitAnnotations.PART.canonicalName());

  private final Map<ClassName, SourceClass> found = new HashMap<>();
  private final Set<TypeElement> seen = new HashSet<>();
  private final List<ForeignAnnotation> foreign = new ArrayList<>();
  private final Map<TypeElement, Known> known;
  private final Deque<TypeMirror> ahead = new ArrayDeque<>();
  private final ShapeDecisions shapes;
  private final JacksonPojoIntrospector introspector;
  private final TypeReader types;
  private final LocationFactory locations;

  /**
   * Creates a reader for one interface.
   *
   * @param known the classes read for other interfaces in this round
   */
  SourceClassReader(
      Map<TypeElement, Known> known,
      ShapeDecisions shapes,
      JacksonPojoIntrospector introspector,
      TypeReader types,
      LocationFactory locations) {
    this.known = known;
    this.shapes = shapes;
    this.introspector = introspector;
    this.types = types;
    this.locations = locations;
  }

  /** A class, and the types of its members. */
  record Known(ClassName name, SourceClass own, List<TypeMirror> inside) {}

  /** Returns the classes so far. */
  Map<ClassName, SourceClass> found() {
    return found;
  }

  /** Returns the annotations of other JSON libraries on the members of the classes so far. */
  List<ForeignAnnotation> foreignAnnotations() {
    return foreign;
  }

  private void addForeignIn(TypeElement type) {
    for (ForeignJsonAnnotation each : ForeignJsonAnnotation.in(type)) {
      if (!(each.isOfJaxb() && introspector.mayReadJaxb())) {
        foreign.add(
            new ForeignAnnotation(
                each.place(),
                each.label(),
                each.replacement(),
                !shapes.isInSource(type),
                locations.at(each.element(), each.annotation(), null)));
      }
    }
  }

  /** Adds the types that the annotations of {@code type} and of its members may concern. */
  private void addInside(TypeElement type) {
    if (type.getSuperclass().getKind() == TypeKind.DECLARED) {
      ahead.add(type.getSuperclass());
    }
    if (!shapes.isInSource(type)) {
      for (VariableElement field : MoreElements.fieldsIn(type)) {
        if (!field.getModifiers().contains(Modifier.STATIC)) {
          ahead.add(field.asType());
        }
      }
    }
  }

  /**
   * Follows the JSON types of the response and the body of {@code method}, as {@code seen} from the
   * interface.
   */
  void reach(ExecutableElement method, ExecutableType seen) {
    reach(seen.getReturnType());
    for (int i = 0; i < method.getParameters().size(); i++) {
      if (isWritten(method.getParameters().get(i))) {
        reach(seen.getParameterTypes().get(i));
      }
    }
  }

  private static boolean isWritten(VariableElement parameter) {
    for (AnnotationMirror annotation : parameter.getAnnotationMirrors()) {
      if (WRITTEN.contains(MoreElements.nameOf(annotation))) {
        return true;
      }
    }
    return false;
  }

  private void reach(TypeMirror type) {
    ahead.add(type);
    while (!ahead.isEmpty()) {
      step(ahead.remove());
    }
  }

  private void step(TypeMirror type) {
    switch (type.getKind()) {
      case DECLARED -> {
        ahead.addAll(MoreTypes.asDeclared(type).getTypeArguments());
        TypeElement element = MoreTypes.asTypeElement(type);
        if (seen.add(element) && !JacksonSupportedTypes.contains(element)) {
          addForeignIn(element);
          addInside(element);
          if (!shapes.of(element).isEmpty()) {
            Known read = known(element);
            found.put(read.name(), read.own());
            ahead.addAll(read.inside());
          }
        }
      }
      case ARRAY -> ahead.add(MoreTypes.asArray(type).getComponentType());
      default -> {}
    }
  }

  private Known known(TypeElement type) {
    Known before = known.get(type);
    if (before != null) {
      return before;
    }
    Known read = read(type);
    known.put(type, read);
    return read;
  }

  private Known read(TypeElement type) {
    Set<Question> byShape = shapes.of(type);
    List<Member> members = new ArrayList<>();
    List<TypeMirror> inside = new ArrayList<>();
    if (byShape.contains(Question.TYPES)) {
      for (VariableElement field : introspector.fieldsOf(type)) {
        Optional<Member> member = member(field);
        if (member.isPresent()) {
          members.add(member.get());
          inside.add(field.asType());
        }
      }
    }
    boolean isMade = byShape.contains(Question.CREATION) && type.getKind() == ElementKind.CLASS;
    boolean hasProperties = byShape.contains(Question.PROPERTIES);
    return new Known(
        ClassName.get(type),
        new SourceClass(
            !isMade || introspector.canDeserialize(type),
            isMade && hasProperties && introspector.ignoresAllFields(type),
            !byShape.contains(Question.CREATION) || introspector.canCreateFromString(type),
            !hasProperties || introspector.canSerialize(type),
            members,
            hints(type)),
        inside);
  }

  private static Hints hints(TypeElement type) {
    Optional<ModelLibrary> library = ModelLibrary.of(type);
    return library.isPresent()
        ? new Hints(library.get().decodingHint(type), library.get().encodingHint(type))
        : Hints.NONE;
  }

  /** Empty if its type is not there: a client does not wait for what its records are made of. */
  private Optional<Member> member(VariableElement field) {
    TypeElement type = MoreElements.asType(field.getEnclosingElement());
    String name = type.getSimpleName() + "." + field.getSimpleName();
    try {
      TypeUse read = types.read(field.asType(), field.asType(), locations.at(type));
      return Optional.of(new Member(name, read, type.getKind() == ElementKind.RECORD));
    } catch (UnreadableSourceException itMayStillCome) {
      return Optional.empty();
    }
  }
}
