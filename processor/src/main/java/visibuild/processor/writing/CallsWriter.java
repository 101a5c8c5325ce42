package visibuild.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import visibuild.Scope;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.JavaLiterals;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/** Writes {@code Calls}, the interface that Retrofit implements. */
final class CallsWriter {
  private CallsWriter() {}

  static TypeSpec write(ClassName name, ApiInterface api, List<CallsMethodPlan> methods) {
    TypeSpec.Builder calls =
        TypeSpec.interfaceBuilder(name)
            .addJavadoc("The requests of the client, implemented by Retrofit.");
    boolean hasDeclaredRead = false;
    for (CallsMethodPlan method : methods) {
      hasDeclaredRead |= isDeclaredRead(method.method());
      calls.addMethod(method(method, api.path()));
    }
    if (hasDeclaredRead) {
      calls.addAnnotation(
          AnnotationSpec.builder(LibraryTypes.CALLS_OF)
              .addMember("value", "$T.class", api.name())
              .build());
    }
    return calls.build();
  }

  /** Returns whether the runtime needs the declaration to know that {@code method} reads. */
  private static boolean isDeclaredRead(ApiMethod method) {
    Optional<Verb> verb = method.verb();
    return method.reads() && verb.isPresent() && verb.get().scope() == Scope.READ_WRITE;
  }

  private static MethodSpec method(CallsMethodPlan call, String apiPath) {
    ApiMethod method = call.method();
    MethodSpec.Builder source =
        MethodSpec.methodBuilder(call.name())
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
            .returns(ClientCallsMethod.returnType(method))
            .addParameters(call.userParameters(true))
            .addParameters(call.cursor())
            .varargs(method.varargs() && !call.hasAddedParameters());
    if (method.returnShape().isStreamed()
        && method.annotation(RetrofitAnnotations.STREAMING).isEmpty()) {
      source.addAnnotation(RetrofitAnnotations.STREAMING);
    }
    for (AnnotationModel annotation : method.annotations()) {
      source.addAnnotation(belowApiPath(annotation, method, apiPath));
    }
    return source.addAnnotations(CarriedAnnotationsWriter.whereRepeated(method.carried())).build();
  }

  private static AnnotationSpec belowApiPath(
      AnnotationModel annotation, ApiMethod method, String apiPath) {
    Optional<Verb> verb = Verb.of(annotation);
    return verb.isEmpty() || method.uses(RetrofitAnnotations.URL)
        ? annotation.source()
        : withPath(verb.get(), apiPath);
  }

  private static AnnotationSpec withPath(Verb verb, String apiPath) {
    AnnotationSpec.Builder source = AnnotationSpec.builder(verb.annotation().type());
    for (Map.Entry<String, List<CodeBlock>> member :
        verb.annotation().source().members().entrySet()) {
      if (member.getKey().equals(verb.pathMember())) {
        source.addMember(member.getKey(), "$L", JavaLiterals.of(apiPath + verb.path()));
      } else {
        for (CodeBlock value : member.getValue()) {
          source.addMember(member.getKey(), value);
        }
      }
    }
    return source.build();
  }
}
