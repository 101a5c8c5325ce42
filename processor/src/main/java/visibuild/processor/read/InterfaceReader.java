package visibuild.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.element.Visibility;
import visibuild.processor.jackson.JacksonPojoIntrospector;
import visibuild.processor.jackson.ShapeDecisions;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Declaration;
import visibuild.processor.model.DefaultMethod;
import visibuild.processor.model.IgnoredAnnotations;
import visibuild.processor.model.LibraryTypes;

/** Reads a declaration with {@code @VisibuildApi} into the model. */
public final class InterfaceReader {
  /** With this module on the class path Jackson writes the classes of abstract types itself. */
  private static final String MATERIALIZER = "com.fasterxml.jackson.module.mrbean.MrBeanModule";

  private final Elements elements;
  private final Types types;
  private final Predicate<TypeElement> isInSource;
  private final KotlinDefaults kotlin;
  private final GenerationContextReader context;
  private final TypeChecks checks;
  private final TraitsReader traits;
  private final ShapeDecisions shapes;
  private final JacksonPojoIntrospector introspector;
  private final Map<TypeElement, SourceClassReader.Known> known = new HashMap<>();
  private final AnnotationTypes annotationTypes = new AnnotationTypes();
  private final SourceTrees trees;

  /**
   * Makes a reader for one round.
   *
   * @param from one of the interfaces, which decides what is on the class path
   * @param isInSource whether a top-level type is compiled from source, so that a problem can be
   *     reported inside it
   */
  public InterfaceReader(
      TypeElement from,
      Elements elements,
      Types types,
      AdaptedTypes adapted,
      Predicate<TypeElement> isInSource,
      SourceTrees trees) {
    this.elements = elements;
    this.types = types;
    this.isInSource = isInSource;
    this.kotlin = new KotlinDefaults(types);
    this.context = new GenerationContextReader(elements);
    this.checks = new TypeChecks(types);
    this.traits =
        new TraitsReader(types, adapted, MoreElements.exists(MATERIALIZER, from, elements));
    this.shapes = new ShapeDecisions(isInSource, trees.lombok());
    this.introspector = new JacksonPojoIntrospector(from, elements, types, trees.initializers());
    this.trees = trees;
  }

  /** Reads {@code type}, as far as everything it names is there. */
  public ReadResult read(TypeElement type) {
    try {
      return new ReadResult.Complete(
          read(type, (methods, method) -> Optional.of(methods.read(method))));
    } catch (UnreadableSourceException missing) {
      return missing.deferred();
    }
  }

  /** Reads {@code type} method by method, to be asked when nothing more comes. */
  public ReadResult.Partial readPart(TypeElement type) {
    List<ReadResult.Deferred> missing = new ArrayList<>();
    try {
      ApiInterface api = read(type, (methods, method) -> readIfThere(methods, method, missing));
      return new ReadResult.Partial(Optional.of(api), missing);
    } catch (UnreadableSourceException nothing) {
      return new ReadResult.Partial(Optional.empty(), List.of(nothing.deferred()));
    }
  }

  private static Optional<ApiMethod> readIfThere(
      MethodReader methods, ExecutableElement method, List<ReadResult.Deferred> missing) {
    try {
      return Optional.of(methods.read(method));
    } catch (UnreadableSourceException one) {
      String name = one.deferred().missing();
      if (name.isEmpty() || missing.stream().noneMatch(each -> each.missing().equals(name))) {
        missing.add(one.deferred());
      }
      return Optional.empty();
    }
  }

  private ApiInterface read(
      TypeElement type, BiFunction<MethodReader, ExecutableElement, Optional<ApiMethod>> read) {
    LocationFactory locations = new LocationFactory(type, isInSource);
    AnnotationReader annotations =
        new AnnotationReader(
            locations, new ClientAccess(elements, elements.getPackageOf(type), annotationTypes));
    AnnotationModel api = annotations.find(type, LibraryTypes.VISIBUILD_API).orElseThrow();
    if (api.text("scope").isEmpty()) {
      throw UnreadableSourceException.reportedByCompiler(api.location());
    }
    InterfaceHierarchy hierarchy = new InterfaceHierarchy(type, locations, elements, types);
    Declaration declaration = declaration(type);
    if (isRefusedByCompiler(type, declaration, hierarchy)) {
      throw UnreadableSourceException.reportedByCompiler(locations.at(type));
    }
    MethodReader methods = new MethodReader(type, types, locations, annotations, traits, trees);
    List<ExecutableElement> toWrite =
        declaration.canHaveClient() ? hierarchy.abstractMethods() : List.of();
    SourceClassReader models =
        models(type, toWrite, new TypeReader(annotations, traits, checks), locations);
    List<ApiMethod> requests = new ArrayList<>();
    List<DefaultMethod> defaults = new ArrayList<>();
    for (ExecutableElement method : toWrite) {
      Optional<ClassName> body = kotlin.implementationOf(method);
      Optional<ApiMethod> whole = read.apply(methods, method);
      if (whole.isPresent() && body.isPresent()) {
        defaults.add(new DefaultMethod(whole.get(), body.get()));
      } else if (whole.isPresent()) {
        requests.add(whole.get());
      }
    }
    return new ApiInterface(
        ClassName.get(type),
        declaration,
        api,
        Visibility.effectiveVisibilityOfElement(type) == Visibility.PUBLIC,
        requests,
        defaults,
        declaration.canHaveClient() ? ignored(hierarchy, toWrite, locations) : List.of(),
        models.found(),
        models.foreignAnnotations(),
        new CarriedAnnotationsReader(annotations).readWithEnclosing(type),
        context.read(type, hierarchy),
        locations.at(type),
        trees.positions().of(type));
  }

  private boolean isRefusedByCompiler(
      TypeElement type, Declaration declaration, InterfaceHierarchy hierarchy) {
    return declaration.canHaveClient()
        ? hierarchy.isRefusedByCompiler() || trees.methods().lackBody(type)
        : !checks.haveAllowedBounds(type.getTypeParameters());
  }

  private List<IgnoredAnnotations> ignored(
      InterfaceHierarchy hierarchy, List<ExecutableElement> toWrite, LocationFactory locations) {
    IgnoredAnnotationsReader reader = new IgnoredAnnotationsReader(locations);
    List<IgnoredAnnotations> ignored = new ArrayList<>();
    for (ExecutableElement method : toWrite) {
      if (kotlin.implementationOf(method).isPresent()) {
        reader.read(method, true).ifPresent(ignored::add);
      }
    }
    for (ExecutableElement method : hierarchy.otherMethods()) {
      boolean hasBody = !method.getModifiers().contains(Modifier.ABSTRACT);
      reader.read(method, hasBody).ifPresent(ignored::add);
    }
    return ignored;
  }

  private SourceClassReader models(
      TypeElement api,
      List<ExecutableElement> toWrite,
      TypeReader typeReader,
      LocationFactory locations) {
    SourceClassReader reader =
        new SourceClassReader(known, shapes, introspector, typeReader, locations);
    for (ExecutableElement method : toWrite) {
      reader.reach(
          method,
          MoreTypes.asExecutable(types.asMemberOf(MoreTypes.asDeclared(api.asType()), method)));
    }
    return reader;
  }

  private static Declaration declaration(TypeElement type) {
    return new Declaration(
        kind(type.getKind()),
        names(type.getTypeParameters()),
        Visibility.effectiveVisibilityOfElement(type) == Visibility.PRIVATE,
        type.getModifiers().contains(Modifier.SEALED));
  }

  private static List<String> names(List<? extends Element> elements) {
    List<String> names = new ArrayList<>();
    for (Element element : elements) {
      names.add(element.toString());
    }
    return names;
  }

  private static String kind(ElementKind kind) {
    return switch (kind) {
      case INTERFACE -> "interface";
      case ENUM -> "enum";
      case RECORD -> "record";
      case ANNOTATION_TYPE -> "annotation type";
      default -> "class";
    };
  }
}
