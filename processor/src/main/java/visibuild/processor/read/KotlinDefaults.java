package visibuild.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreElements;

/** Finds the bodies of methods of interfaces that Kotlin compiles in its older way. */
final class KotlinDefaults {
  private static final String IMPLEMENTATIONS = "DefaultImpls";

  /** The classes of bodies, searched once for each interface. */
  private final Map<TypeElement, Optional<TypeElement>> implementations = new HashMap<>();

  private final Types types;

  KotlinDefaults(Types types) {
    this.types = types;
  }

  /** Returns the class that holds the body of {@code method}, if there is one. */
  Optional<ClassName> implementationOf(ExecutableElement method) {
    TypeElement declaring = MoreElements.asType(method.getEnclosingElement());
    Optional<TypeElement> bodies = implementations.get(declaring);
    if (bodies == null) {
      bodies = find(declaring);
      implementations.put(declaring, bodies);
    }
    return bodies.isPresent() && hasBodyOf(bodies.get(), method)
        ? Optional.of(ClassName.get(bodies.get()))
        : Optional.empty();
  }

  private static Optional<TypeElement> find(TypeElement declaring) {
    for (Element nested : declaring.getEnclosedElements()) {
      if (MoreElements.isType(nested) && nested.getSimpleName().contentEquals(IMPLEMENTATIONS)) {
        return Optional.of(MoreElements.asType(nested));
      }
    }
    return Optional.empty();
  }

  private boolean hasBodyOf(TypeElement implementations, ExecutableElement method) {
    for (ExecutableElement body : MoreElements.methodsIn(implementations)) {
      if (isBodyOf(body, method)) {
        return true;
      }
    }
    return false;
  }

  /** Its parameters are the instance, and then those of the method, whatever their annotations. */
  private boolean isBodyOf(ExecutableElement body, ExecutableElement method) {
    int own = method.getParameters().size();
    if (!body.getSimpleName().equals(method.getSimpleName())
        || body.getParameters().size() != own + 1) {
      return false;
    }
    for (int i = 0; i < own; i++) {
      TypeMirror expected = types.erasure(method.getParameters().get(i).asType());
      TypeMirror found = types.erasure(body.getParameters().get(i + 1).asType());
      if (!types.isSameType(found, expected)) {
        return false;
      }
    }
    return true;
  }
}
