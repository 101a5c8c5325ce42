package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the bodies of methods of interfaces that Kotlin compiles in its older way. */
final class KotlinDefaults {
  private static final String IMPLEMENTATIONS = "DefaultImpls";

  private final Types types;

  KotlinDefaults(Types types) {
    this.types = types;
  }

  /** The class that holds the body of {@code method}, if there is one. */
  Optional<ClassName> implementationOf(ExecutableElement method) {
    TypeElement declaring = MoreElements.asType(method.getEnclosingElement());
    return ElementFilter.typesIn(declaring.getEnclosedElements()).stream()
        .filter(nested -> nested.getSimpleName().contentEquals(IMPLEMENTATIONS))
        .filter(
            nested ->
                ElementFilter.methodsIn(nested.getEnclosedElements()).stream()
                    .anyMatch(body -> isBodyOf(body, method)))
        .findFirst()
        .map(ClassName::get);
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
