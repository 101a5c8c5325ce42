package visibuild.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import visibuild.Scope;

/**
 * The HTTP verb of a method and the path it goes to.
 *
 * @param name the verb in capitals, such as {@code GET}
 * @param path the path as the user wrote it, empty if there is none
 * @param hasBody whether the request has a body
 * @param pathMember the member of {@code annotation} that holds the path
 */
public record Verb(
    String name, String path, boolean hasBody, String pathMember, AnnotationModel annotation) {
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  /** Reads the verb from one of Retrofit's annotations; empty if it is none for verbs. */
  public static Optional<Verb> of(AnnotationModel annotation) {
    if (annotation.is(RetrofitAnnotations.HTTP)) {
      return Optional.of(
          new Verb(
              annotation.text("method"),
              annotation.text("path"),
              annotation.flag("hasBody"),
              "path",
              annotation));
    }
    if (!RetrofitAnnotations.VERBS.contains(annotation.type())) {
      return Optional.empty();
    }
    String name = annotation.type().simpleName();
    return Optional.of(
        new Verb(name, annotation.text("value"), WITH_BODY.contains(name), "value", annotation));
  }

  /** Returns the verbs of {@code annotations}, in order. */
  public static List<Verb> in(List<AnnotationModel> annotations) {
    List<Verb> verbs = new ArrayList<>();
    for (AnnotationModel annotation : annotations) {
      Optional<Verb> verb = of(annotation);
      if (verb.isPresent()) {
        verbs.add(verb.get());
      }
    }
    return verbs;
  }

  /** The scope that a call with this verb needs, where the method does not say otherwise. */
  public Scope scope() {
    return Scope.ofHttpMethod(name);
  }

  /**
   * Returns whether each request with this verb counts as a write. Only a POST can be declared a
   * read: the runtime sends no other verb with a token that reads.
   */
  public boolean alwaysWrites() {
    return scope() == Scope.READ_WRITE && !name.equals("POST");
  }

  /** The place of the path. */
  public SourceLocation pathLocation() {
    return annotation.locationOf(pathMember);
  }

  /** The annotation with another path, for a message: {@code @GET("projects")}. */
  public String example(String otherPath) {
    String path = JavaLiterals.of(otherPath);
    if (!annotation.is(RetrofitAnnotations.HTTP)) {
      return "@%s(%s)".formatted(name, path);
    }
    String capitals = name.strip().toUpperCase(Locale.ROOT);
    boolean known =
        RetrofitAnnotations.VERBS.stream().anyMatch(v -> v.simpleName().equals(capitals));
    return "@HTTP(method = %s, path = %s%s)"
        .formatted(
            JavaLiterals.of(known ? capitals : name), path, hasBody ? ", hasBody = true" : "");
  }
}
