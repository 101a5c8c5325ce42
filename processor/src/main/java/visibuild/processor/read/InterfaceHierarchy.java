package visibuild.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;

/**
 * An interface with all that it extends: itself first, then depth first in the order of the source.
 */
final class InterfaceHierarchy {
  private final Set<TypeElement> interfaces = new LinkedHashSet<>();
  private final DeclaredType type;
  private final Elements elements;
  private final Types types;

  InterfaceHierarchy(TypeElement api, LocationFactory locations, Elements elements, Types types) {
    this.type = MoreTypes.asDeclared(api.asType());
    this.elements = elements;
    this.types = types;
    collect(api, api, locations);
  }

  private void collect(TypeElement current, TypeElement api, LocationFactory locations) {
    if (!interfaces.add(current)) {
      return;
    }
    for (TypeMirror parent : current.getInterfaces()) {
      if (parent.getKind() == TypeKind.ERROR) {
        throw new MissingTypeException(parent.toString(), locations.at(api));
      }
      collect(MoreTypes.asTypeElement(parent), api, locations);
    }
  }

  /** The simple names of all nested types that a class which implements the interface inherits. */
  List<String> nestedTypeNames() {
    List<String> names = new ArrayList<>();
    for (TypeElement each : interfaces) {
      for (Element member : each.getEnclosedElements()) {
        if (MoreElements.isType(member)) {
          names.add(member.getSimpleName().toString());
        }
      }
    }
    return names;
  }

  /** Returns the names of all constants that a class which implements the interface inherits. */
  Set<String> constantNames() {
    Set<String> names = new HashSet<>();
    for (TypeElement each : interfaces) {
      for (VariableElement constant : MoreElements.fieldsIn(each)) {
        names.add(constant.getSimpleName().toString());
      }
    }
    return names;
  }

  /**
   * The methods that a class must write to implement the interface, in the order of this hierarchy.
   */
  List<ExecutableElement> abstractMethods() {
    List<ExecutableElement> all = new ArrayList<>();
    for (ExecutableElement method : methods()) {
      Set<Modifier> modifiers = method.getModifiers();
      if (!modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.PRIVATE)) {
        all.add(method);
      }
    }
    boolean alone = interfaces.size() == 1;
    List<ExecutableElement> kept = new ArrayList<>();
    for (ExecutableElement method : all) {
      if (mustBeWritten(method)) {
        if (alone) {
          kept.add(method);
        } else if (!isOverridden(method, all)) {
          keep(method, kept);
        }
      }
    }
    return kept;
  }

  /** The methods that no class has to write, and that are there in one that does not. */
  List<ExecutableElement> otherMethods() {
    List<ExecutableElement> all = methods();
    List<ExecutableElement> others = new ArrayList<>();
    for (ExecutableElement method : all) {
      if (!mustBeWritten(method) && !isOverridden(method, all)) {
        others.add(method);
      }
    }
    return others;
  }

  private List<ExecutableElement> methods() {
    List<ExecutableElement> methods = new ArrayList<>();
    for (TypeElement each : interfaces) {
      methods.addAll(MoreElements.methodsIn(each));
    }
    return methods;
  }

  private boolean isOverridden(ExecutableElement method, List<ExecutableElement> all) {
    for (ExecutableElement other : all) {
      if (overrides(other, method)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the qualified names of the parameter types of the methods {@code create} with one
   * parameter that a class which implements the interface inherits.
   */
  Set<String> createParameters() {
    Set<String> found = new HashSet<>();
    for (ExecutableElement method : methods()) {
      if (method.getSimpleName().contentEquals("create")
          && method.getParameters().size() == 1
          && !method.getModifiers().contains(Modifier.STATIC)
          && !method.getModifiers().contains(Modifier.PRIVATE)) {
        TypeMirror parameter =
            MoreTypes.asExecutable(types.asMemberOf(type, method)).getParameterTypes().get(0);
        found.add(types.erasure(parameter).toString());
      }
    }
    return found;
  }

  /** Of two unrelated declarations of a method, keeps the one with the narrower return type. */
  private void keep(ExecutableElement method, List<ExecutableElement> kept) {
    for (int i = 0; i < kept.size(); i++) {
      ExecutableElement twin = kept.get(i);
      if (twin.getSimpleName().equals(method.getSimpleName()) && sameParameters(method, twin)) {
        if (types.isSubtype(answerOf(method), answerOf(twin))
            && !types.isSubtype(answerOf(twin), answerOf(method))) {
          kept.set(i, method);
        }
        return;
      }
    }
    kept.add(method);
  }

  /** Asks for the sub-interface too, because Eclipse's compiler takes overriding both ways. */
  private boolean overrides(ExecutableElement overriding, ExecutableElement method) {
    TypeElement below = MoreElements.asType(overriding.getEnclosingElement());
    TypeElement above = MoreElements.asType(method.getEnclosingElement());
    return overriding.getSimpleName().equals(method.getSimpleName())
        && !below.equals(above)
        && types.isSubtype(types.erasure(below.asType()), types.erasure(above.asType()))
        && elements.overrides(overriding, method, MoreElements.asType(type.asElement()));
  }

  private boolean sameParameters(ExecutableElement one, ExecutableElement other) {
    return types.isSubsignature(
            MoreTypes.asExecutable(types.asMemberOf(type, one)),
            MoreTypes.asExecutable(types.asMemberOf(type, other)))
        || types.isSubsignature(
            MoreTypes.asExecutable(types.asMemberOf(type, other)),
            MoreTypes.asExecutable(types.asMemberOf(type, one)));
  }

  private TypeMirror answerOf(ExecutableElement method) {
    return MoreTypes.asExecutable(types.asMemberOf(type, method)).getReturnType();
  }

  /** Abstract, and not one of the methods that every class has from {@code Object}. */
  private static boolean mustBeWritten(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(method);
  }

  private static boolean isOfObject(ExecutableElement method) {
    return switch (method.getSimpleName().toString()) {
      case "hashCode", "toString" -> method.getParameters().isEmpty();
      case "equals" ->
          method.getParameters().size() == 1 && isObject(method.getParameters().get(0).asType());
      default -> false;
    };
  }

  /** Whatever its annotations. */
  private static boolean isObject(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && MoreTypes.asTypeElement(type).getQualifiedName().contentEquals("java.lang.Object");
  }
}
