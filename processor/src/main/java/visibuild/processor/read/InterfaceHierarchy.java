package visibuild.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
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
  private final Types types;
  private final MethodRelations relations;

  /** The methods of all interfaces, read once, because javac builds the list at each call. */
  private final List<ExecutableElement> methods = new ArrayList<>();

  InterfaceHierarchy(TypeElement api, LocationFactory locations, Elements elements, Types types) {
    this.type = MoreTypes.asDeclared(api.asType());
    this.types = types;
    this.relations = new MethodRelations(type, elements, types);
    collect(api, api, locations);
    for (TypeElement each : interfaces) {
      methods.addAll(MoreElements.methodsIn(each));
    }
  }

  private void collect(TypeElement current, TypeElement api, LocationFactory locations) {
    if (!interfaces.add(current)) {
      return;
    }
    for (TypeMirror parent : current.getInterfaces()) {
      if (parent.getKind() == TypeKind.ERROR) {
        throw new UnreadableSourceException(
            locations.isInSource(current) ? "" : parent.toString(), locations.at(api));
      }
      if (hasMissingArgument(parent) && locations.isInSource(current)) {
        throw UnreadableSourceException.reportedByCompiler(locations.at(api));
      }
      collect(MoreTypes.asTypeElement(parent), api, locations);
    }
  }

  private static boolean hasMissingArgument(TypeMirror type) {
    for (TypeMirror argument : MoreTypes.asDeclared(type).getTypeArguments()) {
      if (argument.getKind() == TypeKind.ERROR
          || (argument.getKind() == TypeKind.DECLARED && hasMissingArgument(argument))) {
        return true;
      }
    }
    return false;
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
    for (ExecutableElement method : methods) {
      if (isOfInstances(method)) {
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

  /**
   * Returns whether the compiler refuses the interface for its inherited or own methods, and would
   * refuse its client for the same reason: two methods with unrelated return types or with the same
   * erasure, one that no class can override, one with unrelated bodies, or one interface with
   * different type arguments.
   */
  boolean isRefusedByCompiler() {
    for (ExecutableElement method : methods) {
      if (!isOfInstances(method)) {
        continue;
      }
      if (ObjectMethods.cannotHave(method)) {
        return true;
      }
    }
    if (interfaces.size() == 1) {
      return false;
    }
    for (ExecutableElement kept : abstractMethods()) {
      for (ExecutableElement other : methods) {
        if (isOfInstances(other)
            && other.getSimpleName().equals(kept.getSimpleName())
            && !other.equals(kept)
            && relations.clash(kept, other)) {
          return true;
        }
      }
    }
    return inheritsUnrelatedBodies() || new TypeChecks(types).inheritsTwice(type, new HashMap<>());
  }

  /** Returns whether a method with a body meets another declaration, and none overrides both. */
  private boolean inheritsUnrelatedBodies() {
    List<ExecutableElement> before = abstractMethods();
    for (ExecutableElement method : otherMethods()) {
      if (method.getModifiers().contains(Modifier.DEFAULT)) {
        for (ExecutableElement other : before) {
          if (other.getSimpleName().equals(method.getSimpleName())
              && relations.sameParameters(other, method)) {
            return true;
          }
        }
        before.add(method);
      }
    }
    return false;
  }

  private static boolean isOfInstances(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  /** The methods that no class has to write, and that are there in one that does not. */
  List<ExecutableElement> otherMethods() {
    List<ExecutableElement> others = new ArrayList<>();
    for (ExecutableElement method : methods) {
      if (!mustBeWritten(method) && !isOverridden(method, methods)) {
        others.add(method);
      }
    }
    return others;
  }

  private boolean isOverridden(ExecutableElement method, List<ExecutableElement> all) {
    for (ExecutableElement other : all) {
      if (relations.overrides(other, method)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the signatures of inherited methods that the client or {@code Object} may have too:
   * {@code create} with the qualified name of its only parameter's type, and {@code clone()} and
   * {@code finalize()} with a body.
   */
  Set<String> clashingSignatures() {
    Set<String> found = new HashSet<>();
    for (ExecutableElement method : otherMethods()) {
      String name = method.getSimpleName().toString();
      if ((name.equals("clone") || name.equals("finalize"))
          && method.getParameters().isEmpty()
          && method.getModifiers().contains(Modifier.DEFAULT)) {
        found.add(name + "()");
      }
    }
    for (ExecutableElement method : methods) {
      if (method.getSimpleName().contentEquals("create")
          && method.getParameters().size() == 1
          && isOfInstances(method)) {
        TypeMirror parameter =
            MoreTypes.asExecutable(types.asMemberOf(type, method)).getParameterTypes().get(0);
        found.add("create(" + types.erasure(parameter) + ")");
      }
    }
    return found;
  }

  /** Of two unrelated declarations of a method, keeps the one with the narrower return type. */
  private void keep(ExecutableElement method, List<ExecutableElement> kept) {
    for (int i = 0; i < kept.size(); i++) {
      ExecutableElement twin = kept.get(i);
      if (twin.getSimpleName().equals(method.getSimpleName())
          && relations.sameParameters(method, twin)) {
        if (relations.returnsNarrower(method, twin)) {
          kept.set(i, method);
        }
        return;
      }
    }
    kept.add(method);
  }

  /** Abstract, and not one of the methods that every class has from {@code Object}. */
  static boolean mustBeWritten(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT) && !ObjectMethods.isOne(method);
  }
}
