package visibuild.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
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
    if (methods.stream().map(CallsMethodPlan::method).anyMatch(CallsWriter::isDeclaredRead)) {
      calls.addAnnotation(
          AnnotationSpec.builder(LibraryTypes.CALLS_OF)
              .addMember("value", "$T.class", api.name())
              .build());
    }
    return calls
        .addMethods(methods.stream().map(method -> method(method, api.path())).toList())
        .build();
  }

  /** Returns whether the runtime needs the declaration to know that {@code method} reads. */
  private static boolean isDeclaredRead(ApiMethod method) {
    return method.scope().equals(Optional.of(Scope.READ))
        && method.verb().map(Verb::scope).equals(Optional.of(Scope.READ_WRITE));
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
    method
        .annotations()
        .forEach(annotation -> source.addAnnotation(belowApiPath(annotation, method, apiPath)));
    return source.addAnnotations(CarriedAnnotationsWriter.whereRepeated(method.carried())).build();
  }

  private static AnnotationSpec belowApiPath(
      AnnotationModel annotation, ApiMethod method, String apiPath) {
    boolean urlIsParameter =
        method.parameters().stream()
            .anyMatch(parameter -> parameter.annotation(RetrofitAnnotations.URL).isPresent());
    return urlIsParameter
        ? annotation.source()
        : Verb.of(annotation).map(verb -> withPath(verb, apiPath)).orElse(annotation.source());
  }

  private static AnnotationSpec withPath(Verb verb, String apiPath) {
    AnnotationSpec written = verb.annotation().source();
    AnnotationSpec.Builder source = AnnotationSpec.builder(verb.annotation().type());
    written
        .members()
        .forEach(
            (member, values) -> {
              if (member.equals(verb.pathMember())) {
                source.addMember(member, "$L", JavaLiterals.of(apiPath + verb.path()));
              } else {
                values.forEach(value -> source.addMember(member, value));
              }
            });
    return source.build();
  }
}
