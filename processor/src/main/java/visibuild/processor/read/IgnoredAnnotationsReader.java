package visibuild.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import visibuild.processor.element.MoreElements;
import visibuild.processor.model.IgnoredAnnotations;
import visibuild.processor.model.LibraryTypes;

/** Reads request annotations on methods without a request. */
final class IgnoredAnnotationsReader {
  private static final String RETROFIT = "retrofit2.http.";

  private static final Set<String> OURS =
      Set.of(LibraryTypes.REQUIRES_SCOPE.canonicalName(), LibraryTypes.DATA_KEY.canonicalName());

  private final LocationFactory locations;

  IgnoredAnnotationsReader(LocationFactory locations) {
    this.locations = locations;
  }

  /** Reads the annotations of {@code method}, which has a body or belongs to {@code Object}. */
  Optional<IgnoredAnnotations> read(ExecutableElement method, boolean hasBody) {
    List<AnnotationUse> found = new ArrayList<>();
    addFrom(method, found);
    for (VariableElement parameter : method.getParameters()) {
      addFrom(parameter, found);
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    AnnotationUse first = found.get(0);
    return Optional.of(
        new IgnoredAnnotations(
            MoreElements.asType(method.getEnclosingElement()).getSimpleName()
                + "."
                + method.getSimpleName(),
            hasBody,
            found.stream().map(AnnotationUse::label).distinct().toList(),
            locations.at(first.element(), first.annotation(), null)));
  }

  private record AnnotationUse(Element element, AnnotationMirror annotation) {
    TypeElement type() {
      return MoreElements.typeOf(annotation);
    }

    String label() {
      return "@" + type().getSimpleName();
    }

    boolean belongsToRequest() {
      String name = type().getQualifiedName().toString();
      return name.startsWith(RETROFIT) || OURS.contains(name);
    }
  }

  private static void addFrom(Element element, List<AnnotationUse> found) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      AnnotationUse each = new AnnotationUse(element, annotation);
      if (each.belongsToRequest()) {
        found.add(each);
      }
    }
  }
}
