package visibuild.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.ReachabilityMetadata;
import visibuild.processor.model.ReachedType;
import visibuild.processor.model.ReachedType.Extent;

/**
 * Reads what reflection will look at when the client of an interface runs. To be asked once all
 * types are there: an interface does not wait for what its records are made of.
 */
public final class ReachabilityReader {
  /** The annotations of parameters that are sent as text or not sent at all. */
  private static final Set<String> TEXTS =
      Set.of(
          "Path",
          "Query",
          "QueryName",
          "QueryMap",
          "Header",
          "HeaderMap",
          "Field",
          "FieldMap",
          "Url",
          "Tag");

  private final Elements elements;
  private final Types types;
  private final AdaptedTypes adapted;
  private final EnumConstantBodies bodies;

  /** Makes a reader for the last round. */
  public ReachabilityReader(
      Elements elements, Types types, AdaptedTypes adapted, EnumConstantBodies bodies) {
    this.elements = elements;
    this.types = types;
    this.adapted = adapted;
    this.bodies = bodies;
  }

  /** Reads the types that are reachable from {@code api}, an interface with a client. */
  public ReachabilityMetadata read(TypeElement api) {
    ReachabilityCollector reach = new ReachabilityCollector(elements, types, adapted, bodies);
    DeclaredType seenFrom = MoreTypes.asDeclared(api.asType());
    InterfaceHierarchy hierarchy =
        new InterfaceHierarchy(api, new LocationFactory(api, type -> false), elements, types);
    Set<TypeElement> scoped = new LinkedHashSet<>();
    for (ExecutableElement method : hierarchy.abstractMethods()) {
      if (MoreElements.isAnnotationPresent(method, LibraryTypes.REQUIRES_SCOPE.canonicalName())) {
        scoped.add(api);
        scoped.add(MoreElements.asType(method.getEnclosingElement()));
      }
      ExecutableType seen = MoreTypes.asExecutable(types.asMemberOf(seenFrom, method));
      reach.model(seen.getReturnType());
      for (int i = 0; i < method.getParameters().size(); i++) {
        if (isText(method.getParameters().get(i))) {
          reach.text(seen.getParameterTypes().get(i));
        } else {
          reach.model(seen.getParameterTypes().get(i));
        }
      }
    }
    List<ReachedType> found = new ArrayList<>();
    reach.types().forEach(found::add);
    // The runtime looks there for the scope of a POST.
    scoped.forEach(
        type ->
            found.add(new ReachedType(elements.getBinaryName(type).toString(), Extent.MEMBERS)));
    return new ReachabilityMetadata(ApiInterface.clientOf(ClassName.get(api)), found);
  }

  private static boolean isText(VariableElement parameter) {
    return parameter.getAnnotationMirrors().stream()
        .map(annotation -> MoreElements.asType(annotation.getAnnotationType().asElement()))
        .filter(type -> type.getQualifiedName().toString().startsWith("retrofit2.http."))
        .anyMatch(type -> TEXTS.contains(type.getSimpleName().toString()));
  }
}
