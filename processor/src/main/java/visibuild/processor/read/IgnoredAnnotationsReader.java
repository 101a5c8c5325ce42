package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import visibuild.processor.model.IgnoredAnnotations;
import visibuild.processor.model.LibraryTypes;

/** Reads request annotations on methods without a request. */
final class IgnoredAnnotationsReader {
  private static final String RETROFIT = "retrofit2.http.";

  private static final Set<String> OURS =
      Stream.of(LibraryTypes.REQUIRES_SCOPE, LibraryTypes.DATA_KEY)
          .map(ClassName::canonicalName)
          .collect(Collectors.toUnmodifiableSet());

  private final LocationFactory locations;

  IgnoredAnnotationsReader(LocationFactory locations) {
    this.locations = locations;
  }

  /** Reads the annotations of {@code method}, which has a body or belongs to {@code Object}. */
  Optional<IgnoredAnnotations> read(ExecutableElement method, boolean hasBody) {
    List<Found> found =
        Stream.concat(Stream.of(method), method.getParameters().stream())
            .flatMap(IgnoredAnnotationsReader::on)
            .toList();
    return found.stream()
        .findFirst()
        .map(
            first ->
                new IgnoredAnnotations(
                    MoreElements.asType(method.getEnclosingElement()).getSimpleName()
                        + "."
                        + method.getSimpleName(),
                    hasBody,
                    found.stream().map(Found::label).distinct().toList(),
                    locations.at(first.element(), first.annotation(), null)));
  }

  private record Found(Element element, AnnotationMirror annotation) {
    TypeElement type() {
      return MoreElements.asType(annotation.getAnnotationType().asElement());
    }

    String label() {
      return "@" + type().getSimpleName();
    }

    boolean tellsOfRequest() {
      String name = type().getQualifiedName().toString();
      return name.startsWith(RETROFIT) || OURS.contains(name);
    }
  }

  private static Stream<Found> on(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(annotation -> new Found(element, annotation))
        .filter(Found::tellsOfRequest);
  }
}
