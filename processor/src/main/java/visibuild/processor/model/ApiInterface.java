package visibuild.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import visibuild.Scope;

/**
 * A declaration with {@code @VisibuildApi}.
 *
 * @param api its {@code @VisibuildApi}
 * @param isPublic whether every package can see it
 * @param methods its abstract methods: its own in the order of the source, then the inherited ones
 * @param defaults those of Kotlin's that have a body although Java calls them abstract
 * @param ignored request annotations on methods without a request
 * @param classes the classes of this compilation that its responses and bodies consist of
 * @param foreignAnnotations annotations of other JSON libraries in these classes
 * @param location the declaration itself
 * @param position the position of its name; empty if the compiler does not report it
 */
public record ApiInterface(
    ClassName name,
    Declaration declaration,
    AnnotationModel api,
    boolean isPublic,
    List<ApiMethod> methods,
    List<DefaultMethod> defaults,
    List<IgnoredAnnotations> ignored,
    Map<ClassName, SourceClass> classes,
    List<ForeignAnnotation> foreignAnnotations,
    CarriedAnnotations carried,
    GenerationContext context,
    SourceLocation location,
    Optional<Position> position) {
  /** Makes an interface of copies of the lists. */
  public ApiInterface {
    methods = List.copyOf(methods);
    defaults = List.copyOf(defaults);
    ignored = List.copyOf(ignored);
    classes = Map.copyOf(classes);
    foreignAnnotations = List.copyOf(foreignAnnotations);
  }

  /** The client's name: {@code TicketsApiClient}, {@code Outer_InnerApiClient}. */
  public ClassName client() {
    return clientOf(name);
  }

  /** The name of the client of the interface {@code name}. */
  public static ClassName clientOf(ClassName name) {
    return ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + "Client");
  }

  /** The interface as a message names it: {@code Outer.InnerApi}. */
  public String label() {
    return String.join(".", name.simpleNames());
  }

  /** The declared scope. */
  public Scope scope() {
    return Scope.valueOf(api.text("scope"));
  }

  /** The path in front of every method's path. */
  public String path() {
    return api.text("path");
  }
}
