package visibuild.audit.reachability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.tree.AnnotationNode;
import visibuild.policy.Descriptor;

/**
 * The requests that the annotations of a generated client's HTTP side declare. A descriptor that
 * lacks one of them is of another version than the class.
 */
final class RetrofitRequest {
  private static final String PACKAGE = "Lretrofit2/http/";
  private static final Set<String> VERBS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

  private RetrofitRequest() {}

  /** Returns the verb and the path of {@code annotation}; empty if it declares no request. */
  static Optional<String> of(AnnotationNode annotation) {
    if (!annotation.desc.startsWith(PACKAGE)) {
      return Optional.empty();
    }
    String name = annotation.desc.substring(PACKAGE.length(), annotation.desc.length() - 1);
    if (VERBS.contains(name)) {
      return Optional.of(name + " " + text(annotation, "value"));
    }
    return name.equals("HTTP")
        ? Optional.of(
            text(annotation, "method").toUpperCase(Locale.ROOT) + " " + text(annotation, "path"))
        : Optional.empty();
  }

  private static String text(AnnotationNode annotation, String key) {
    List<Object> values = Objects.requireNonNullElse(annotation.values, List.of());
    int at = values.indexOf(key);
    return at < 0 ? "" : values.get(at + 1).toString();
  }

  /** Returns the requests of {@code calls} that no method of {@code descriptors} makes. */
  static List<String> missing(ClassModel calls, Collection<Descriptor> descriptors) {
    Set<String> described =
        descriptors.stream()
            .flatMap(descriptor -> descriptor.methods().stream())
            .map(method -> method.verb() + " " + method.path().replace("...}", "}"))
            .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (MethodModel method : calls.methods.values()) {
      // Without a path, the caller passes the URL; the descriptor has ** for it.
      String request = method.request.endsWith(" ") ? method.request + "**" : method.request;
      if (!request.isEmpty() && !described.contains(request)) {
        missing.add(request);
      }
    }
    return missing.stream().distinct().sorted().toList();
  }
}
