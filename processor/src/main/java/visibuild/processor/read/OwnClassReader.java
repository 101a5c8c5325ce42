package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import visibuild.processor.model.OwnClass;
import visibuild.processor.model.OwnClass.Member;
import visibuild.processor.model.RetrofitAnnotations;

/** Reads the program's own classes that one interface reaches. */
final class OwnClassReader {
  private static final Set<String> WRITTEN =
      Stream.of(RetrofitAnnotations.BODY, RetrofitAnnotations.PART)
          .map(ClassName::canonicalName)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<ClassName, OwnClass> found = new HashMap<>();
  private final Deque<TypeMirror> ahead = new ArrayDeque<>();
  private final Untold untold;
  private final JacksonsWays ways;
  private final TypeReader types;
  private final Anchors anchors;

  OwnClassReader(Untold untold, JacksonsWays ways, TypeReader types, Anchors anchors) {
    this.untold = untold;
    this.ways = ways;
    this.types = types;
    this.anchors = anchors;
  }

  /** What was reached so far. */
  Map<ClassName, OwnClass> found() {
    return found;
  }

  /** Reaches what {@code method} answers and sends as JSON, as {@code seen} from the interface. */
  void reach(ExecutableElement method, ExecutableType seen) {
    reach(seen.getReturnType());
    for (int i = 0; i < method.getParameters().size(); i++) {
      if (isWritten(method.getParameters().get(i))) {
        reach(seen.getParameterTypes().get(i));
      }
    }
  }

  private static boolean isWritten(VariableElement parameter) {
    return parameter.getAnnotationMirrors().stream()
        .map(annotation -> MoreElements.asType(annotation.getAnnotationType().asElement()))
        .anyMatch(type -> WRITTEN.contains(type.getQualifiedName().toString()));
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
        ClassName name = ClassName.get(element);
        if (!found.containsKey(name) && untold.is(element)) {
          found.put(name, read(element));
        }
      }
      case ARRAY -> ahead.add(MoreTypes.asArray(type).getComponentType());
      default -> {}
    }
  }

  private OwnClass read(TypeElement type) {
    List<Member> members = ways.fieldsOf(type).map(this::member).flatMap(Optional::stream).toList();
    boolean asked = type.getKind() == ElementKind.CLASS;
    return new OwnClass(
        !asked || ways.canMake(type), ways.canMakeOfText(type), ways.writes(type), members);
  }

  /** Empty if its type is not there: a client does not wait for what its records are made of. */
  private Optional<Member> member(VariableElement field) {
    TypeElement inside = MoreElements.asType(field.getEnclosingElement());
    try {
      Member member =
          new Member(
              inside.getSimpleName() + "." + field.getSimpleName(),
              types.read(field.asType(), field.asType(), anchors.at(inside)));
      ahead.add(field.asType());
      return Optional.of(member);
    } catch (MissingTypeException itMayStillCome) {
      return Optional.empty();
    }
  }
}
