package visibuild.processor.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads elements by their kind. An element of another kind than asked for is a bug. */
public final class MoreElements {
  private MoreElements() {}

  /** Returns whether {@code element} is a class or an interface of any kind. */
  public static boolean isType(Element element) {
    ElementKind kind = element.getKind();
    return kind.isClass() || kind.isInterface();
  }

  /** Returns {@code element} as a class or interface. */
  public static TypeElement asType(@Nullable Element element) {
    return (TypeElement) Objects.requireNonNull(element);
  }

  /** Returns the package that {@code element} is in, or is. */
  public static PackageElement getPackage(Element element) {
    Element around = element;
    while (around.getKind() != ElementKind.PACKAGE) {
      around = Objects.requireNonNull(around.getEnclosingElement());
    }
    return (PackageElement) around;
  }

  /** Returns the type of {@code annotation}. */
  public static TypeElement typeOf(AnnotationMirror annotation) {
    return (TypeElement) annotation.getAnnotationType().asElement();
  }

  /** Returns the qualified name of the type of {@code annotation}. */
  public static String nameOf(AnnotationMirror annotation) {
    return typeOf(annotation).getQualifiedName().toString();
  }

  /** Returns the annotation of the type {@code name} on {@code element}, or null. */
  public static @Nullable AnnotationMirror annotation(Element element, String name) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (typeOf(annotation).getQualifiedName().contentEquals(name)) {
        return annotation;
      }
    }
    return null;
  }

  /** Returns whether {@code element} has an annotation of the type {@code name}. */
  public static boolean isAnnotationPresent(Element element, String name) {
    return annotation(element, name) != null;
  }

  /**
   * Returns whether there is a class {@code name}, as seen from {@code type}. Without a module,
   * javac looks into each module of the JDK for a name that is in none; on the class path, the
   * unnamed module sees all that there is.
   */
  public static boolean exists(String name, TypeElement type, Elements elements) {
    ModuleElement module = elements.getModuleOf(type);
    TypeElement found =
        module != null && module.isUnnamed()
            ? elements.getTypeElement(module, name)
            : elements.getTypeElement(name);
    return found != null;
  }

  /** Returns the methods among the members of {@code type}. */
  public static List<ExecutableElement> methodsIn(TypeElement type) {
    return executablesIn(type, ElementKind.METHOD);
  }

  /** Returns the constructors among the members of {@code type}. */
  public static List<ExecutableElement> constructorsIn(TypeElement type) {
    return executablesIn(type, ElementKind.CONSTRUCTOR);
  }

  /** Returns the fields among the members of {@code type}. */
  public static List<VariableElement> fieldsIn(TypeElement type) {
    List<VariableElement> found = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind().isField()) {
        found.add((VariableElement) member);
      }
    }
    return found;
  }

  private static List<ExecutableElement> executablesIn(TypeElement type, ElementKind kind) {
    List<ExecutableElement> found = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == kind) {
        found.add((ExecutableElement) member);
      }
    }
    return found;
  }
}
