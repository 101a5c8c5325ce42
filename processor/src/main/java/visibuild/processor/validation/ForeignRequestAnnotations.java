package visibuild.processor.validation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.AnnotationValueModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.JavaLiterals;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.Verb;

/**
 * The annotations of other HTTP libraries, and Retrofit's annotations for the same purpose.
 * Examples are {@code @GET} of JAX-RS, {@code @Get} of Micronaut, {@code @GetMapping} of Spring and
 * {@code RequestLine} of Feign.
 */
final class ForeignRequestAnnotations {
  /** Feign's annotation, with the verb and the path in one text. */
  private static final String FEIGN = "RequestLine";

  /** Spring's annotations with the verb in a member. */
  private static final Set<String> WITH_METHOD = Set.of("RequestMapping", "HttpExchange");

  private static final List<String> PATHS = List.of("value", "path", "uri", "url");
  private static final List<String> NAMES = List.of("value", "name");

  /** A variable of a URI template, with an operator or a pattern. */
  private static final Pattern VARIABLE = Pattern.compile("\\{[+/]?([A-Za-z][\\w-]*)[^{}]*}");

  /** By simple name, the corresponding annotation of Retrofit's. */
  private static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("PathParam", "Path"),
          Map.entry("PathVariable", "Path"),
          Map.entry("RestPath", "Path"),
          Map.entry("QueryParam", "Query"),
          Map.entry("QueryValue", "Query"),
          Map.entry("RequestParam", "Query"),
          Map.entry("RestQuery", "Query"),
          Map.entry("Param", "Query"),
          Map.entry("SpringQueryMap", "QueryMap"),
          Map.entry("HeaderParam", "Header"),
          Map.entry("RequestHeader", "Header"),
          Map.entry("RestHeader", "Header"),
          Map.entry("FormParam", "Field"),
          Map.entry("RestForm", "Field"),
          Map.entry("RequestBody", "Body"),
          Map.entry("RequestPart", "Part"));

  private static final Set<String> WITHOUT_NAME =
      Set.of("Body", "QueryMap", "HeaderMap", "FieldMap", "PartMap", "Url", "Tag", "QueryName");

  private static final Set<String> WITH_NAME = Set.of("Path", "Query", "Header", "Field", "Part");

  private ForeignRequestAnnotations() {}

  /** Returns the annotation of {@code method} that names a verb in another library. */
  static Optional<AnnotationModel> verbOf(ApiMethod method) {
    return method.annotations().stream()
        .filter(annotation -> verbNameOf(annotation).isPresent())
        .findFirst();
  }

  private static Optional<String> verbNameOf(AnnotationModel annotation) {
    String simpleName = annotation.type().simpleName();
    String name;
    if (simpleName.equals(FEIGN)) {
      name = annotation.text("value").strip().replaceFirst(" .*", "");
    } else if (WITH_METHOD.contains(simpleName)) {
      name = textOf(annotation, "method").replaceFirst(".*\\.", "");
      name = name.isEmpty() ? "GET" : name;
    } else {
      name = simpleName.replaceFirst("(Mapping|Exchange)$", "");
    }
    return Optional.of(name.toUpperCase(Locale.ROOT)).filter(VerbRules.KNOWN::contains);
  }

  /** Returns the code of Retrofit's annotation for {@code foreign}, the verb of {@code method}. */
  static String retrofitVerb(AnnotationModel foreign, ApiMethod method, ApiInterface api) {
    return "@%s(%s)"
        .formatted(
            retrofitName(foreign),
            JavaLiterals.of(new PathText(pathOf(foreign, method)).relativeTo(api.path())));
  }

  /** Returns the simple name of Retrofit's annotation for {@code foreign}, which names a verb. */
  static String retrofitName(AnnotationModel foreign) {
    return verbNameOf(foreign).orElseThrow();
  }

  /** JAX-RS has the path in another annotation. */
  private static String pathOf(AnnotationModel foreign, ApiMethod method) {
    String path = textOf(foreign, PATHS).replaceFirst("^[A-Z]+ ", "");
    if (path.isEmpty()) {
      for (AnnotationModel annotation : method.annotations()) {
        if (annotation.type().simpleName().equals("Path")) {
          path = textOf(annotation, PATHS);
        }
      }
    }
    return VARIABLE.matcher(withoutQueryTemplate(path)).replaceAll("{$1}");
  }

  /** In a query, Retrofit fills in nothing. */
  private static String withoutQueryTemplate(String path) {
    int mark = path.indexOf('?');
    if (mark < 0 || path.indexOf('}', mark) < 0) {
      return path;
    }
    return path.substring(0, mark > 0 && path.charAt(mark - 1) == '{' ? mark - 1 : mark);
  }

  /** Returns the annotation of another library that says where {@code parameter} goes. */
  static Optional<AnnotationModel> purposeOf(Parameter parameter) {
    return parameter.annotations().stream()
        .filter(annotation -> parameterNameOf(annotation).isPresent())
        .findFirst();
  }

  private static Optional<String> parameterNameOf(AnnotationModel annotation) {
    String name = annotation.type().simpleName();
    return WITH_NAME.contains(name) || WITHOUT_NAME.contains(name)
        ? Optional.of(name)
        : Optional.ofNullable(PARAMETERS.get(name));
  }

  /** Returns the simple name of Retrofit's annotation for {@code foreign} on {@code parameter}. */
  static String retrofitName(AnnotationModel foreign, Parameter parameter, ApiMethod method) {
    String name = parameterNameOf(foreign).orElseThrow();
    boolean isPlaceholder =
        foreign.type().simpleName().equals("Param")
            && method
                .verb()
                .map(Verb::path)
                .filter(
                    path -> new PathText(path).placeholders().contains(nameIn(foreign, parameter)))
                .isPresent();
    return isPlaceholder ? "Path" : name;
  }

  /** Returns whether an annotation of {@code parameter} stands for {@code @Path} of this name. */
  static boolean fillPlaceholder(String name, Parameter parameter, ApiMethod method) {
    return purposeOf(parameter)
        .filter(foreign -> retrofitName(foreign, parameter, method).equals("Path"))
        .filter(foreign -> nameIn(foreign, parameter).equals(name))
        .isPresent();
  }

  /** Returns the code of Retrofit's annotation for {@code foreign} on {@code parameter}. */
  static String retrofitPurpose(AnnotationModel foreign, Parameter parameter, ApiMethod method) {
    String name = retrofitName(foreign, parameter, method);
    return WITHOUT_NAME.contains(name)
        ? "@" + name
        : "@%s(%s)".formatted(name, JavaLiterals.of(nameIn(foreign, parameter)));
  }

  private static String nameIn(AnnotationModel foreign, Parameter parameter) {
    String name = textOf(foreign, NAMES);
    return name.isEmpty() ? parameter.name() : name;
  }

  /** The first of {@code members} with a text. Micronaut's default for a path is a slash. */
  private static String textOf(AnnotationModel annotation, List<String> members) {
    for (String member : members) {
      String text = textOf(annotation, member);
      if (!text.isEmpty() && !text.equals("/")) {
        return text;
      }
    }
    return "";
  }

  /** The text of a member, or of the first element of an array. */
  private static String textOf(AnnotationModel annotation, String member) {
    AnnotationValueModel found = annotation.members().get(member);
    if (found == null) {
      return "";
    }
    if (!(found.value() instanceof List<?>)) {
      return found.text().strip();
    }
    List<AnnotationValueModel> elements = annotation.elements(member);
    return elements.isEmpty() ? "" : elements.get(0).text().strip();
  }
}
