package visibuild.processor.policy;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import visibuild.Scope;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.FixedHeaders;
import visibuild.policy.MethodDescriptor;
import visibuild.policy.Reason;
import visibuild.policy.SourcePosition;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.AnnotationValueModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.Position;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/** Creates the descriptor of an interface from its model. */
public final class DescriptorFactory {
  /** The path pattern of a call with its URL as a parameter. */
  private static final String ANY_PATH = "**";

  private DescriptorFactory() {}

  /**
   * The descriptor of {@code api}, an interface in which no rule found a problem. Its methods are
   * those of {@code api}, in the same order.
   */
  public static Descriptor of(ApiInterface api) {
    List<MethodDescriptor> methods = new ArrayList<>();
    for (ApiMethod method : api.methods()) {
      methods.add(method(method, api));
    }
    return new Descriptor(
        api.name().reflectionName(),
        api.client().reflectionName(),
        access(api.scope()),
        api.path(),
        source(api.position()),
        methods);
  }

  private static MethodDescriptor method(ApiMethod method, ApiInterface api) {
    Verb verb = method.verb().orElseThrow();
    List<String> parameters = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      parameters.add(binaryName(parameter.type().erasure()));
    }
    return new MethodDescriptor(
        method.name(),
        parameters,
        verb.name(),
        method.uses(RetrofitAnnotations.URL) ? ANY_PATH : api.path() + path(method, verb),
        headers(method),
        access(method.scope().orElseThrow()),
        method.requiredScope().isPresent() ? Reason.REQUIRES_SCOPE : Reason.VERB,
        source(method.position()));
  }

  /** Returns the declared path, with {@code {name...}} for a value that may contain slashes. */
  private static String path(ApiMethod method, Verb verb) {
    String path = verb.path();
    for (Parameter parameter : method.parameters()) {
      Optional<AnnotationModel> use = parameter.annotation(RetrofitAnnotations.PATH);
      if (use.isPresent() && use.get().flag("encoded")) {
        String name = use.get().text("value");
        path = path.replace("{" + name + "}", "{" + name + "...}");
      }
    }
    return path;
  }

  private static List<String> headers(ApiMethod method) {
    Optional<AnnotationModel> annotation = method.annotation(RetrofitAnnotations.HEADERS);
    if (annotation.isEmpty()) {
      return List.of();
    }
    List<String> declared = new ArrayList<>();
    for (AnnotationValueModel header : annotation.get().elements("value")) {
      declared.add(header.text());
    }
    return FixedHeaders.of(declared);
  }

  private static Access access(Scope scope) {
    return scope == Scope.READ ? Access.READ : Access.READ_WRITE;
  }

  private static Optional<SourcePosition> source(Optional<Position> position) {
    return position.isPresent()
        ? Optional.of(new SourcePosition(position.get().file(), position.get().line()))
        : Optional.empty();
  }

  private static String binaryName(TypeName erased) {
    if (erased instanceof ArrayTypeName array) {
      return binaryName(array.componentType()) + "[]";
    }
    return erased instanceof ClassName type ? type.reflectionName() : erased.toString();
  }
}
