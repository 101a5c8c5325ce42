package visibuild.processor.model;

import java.util.Optional;
import java.util.Set;
import visibuild.Scope;

/**
 * The HTTP verb of a method and the path it goes to.
 *
 * @param name the verb in capitals, such as {@code GET}
 * @param path the path as the user wrote it, empty if there is none
 * @param pathMember the member of {@code annotation} that holds the path
 */
public record Verb(String name, String path, String pathMember, AnnotationUse annotation) {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Reads the verb from one of Retrofit's annotations; empty if it is none for verbs. */
  public static Optional<Verb> of(AnnotationUse annotation) {
    if (annotation.is(RetrofitAnnotations.HTTP)) {
      return Optional.of(
          new Verb(annotation.text("method"), annotation.text("path"), "path", annotation));
    }
    return RetrofitAnnotations.VERBS.contains(annotation.type())
        ? Optional.of(
            new Verb(annotation.type().simpleName(), annotation.text("value"), "value", annotation))
        : Optional.empty();
  }

  /** The scope that a call with this verb needs, where the method does not say otherwise. */
  public Scope scope() {
    return READING.contains(name) ? Scope.READ : Scope.READ_WRITE;
  }

  /** The place of the path. */
  public Anchor pathAnchor() {
    return annotation.anchorOf(pathMember);
  }
}
