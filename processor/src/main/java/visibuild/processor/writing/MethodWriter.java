package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Execution;
import visibuild.processor.model.ReturnShape.Kind;

/** Writes a method of the client: the user's signature, and one statement that makes the call. */
final class MethodWriter {
  private MethodWriter() {}

  static MethodSpec write(CallsMethodPlan call) {
    return signature(call.method()).addStatement(body(call)).build();
  }

  /** Calls the body that Kotlin made a static method of {@code implementation}. */
  static MethodSpec write(ApiMethod method, ClassName implementation) {
    List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("this")));
    Stream.concat(method.parameters().stream(), method.continuation().stream())
        .forEach(parameter -> arguments.add(CodeBlock.of("$L", parameter.name())));
    return signature(method)
        .addStatement(
            "$L$T.$L($Z$L)",
            method.returnType().isVoid() ? "" : "return ",
            implementation,
            method.name(),
            CodeBlock.join(arguments, ",$W"))
        .build();
  }

  private static MethodSpec.Builder signature(ApiMethod method) {
    return MethodSpec.methodBuilder(method.name())
        .addAnnotation(Override.class)
        .addAnnotations(CarriedAnnotationsWriter.whereOverridden(method.carried()))
        .addModifiers(Modifier.PUBLIC)
        .addTypeVariables(method.typeVariables())
        .returns(
            method.continuation().isPresent() ? ClassName.OBJECT : method.returnType().source())
        .addParameters(CallsMethodPlan.parameters(method, false))
        .addParameters(continuation(method))
        .varargs(method.varargs());
  }

  private static CodeBlock body(CallsMethodPlan call) {
    ApiMethod method = call.method();
    if (method.returnShape().kind() == Kind.ADAPTED) {
      return CodeBlock.of("return $L", retrofitCall(call));
    }
    return method
        .continuation()
        .map(
            continuation ->
                CodeBlock.of(
                    "return $T.await($Z$L, $L)",
                    LibraryTypes.FUTURE_KT,
                    response(call),
                    continuation.name()))
        .orElseGet(
            () -> CodeBlock.of(method.returnType().isVoid() ? "$L" : "return $L", response(call)));
  }

  private static List<ParameterSpec> continuation(ApiMethod method) {
    return method.continuation().stream()
        .map(each -> ParameterSpec.builder(each.type().source(), each.name()).build())
        .toList();
  }

  private static CodeBlock response(CallsMethodPlan call) {
    ReturnShape shape = call.method().returnShape();
    boolean unit = shape.kind() == Kind.VOID && shape.execution() == Execution.SUSPENDING;
    return CodeBlock.of(
        "$T.$L($Z$L$L)",
        LibraryTypes.CLIENT_CALLS,
        ClientCallsMethod.method(shape),
        argument(call),
        unit ? CodeBlock.of(", $T.INSTANCE", LibraryTypes.UNIT) : CodeBlock.of(""));
  }

  private static CodeBlock argument(CallsMethodPlan call) {
    if (call.cursor().isEmpty()) {
      return retrofitCall(call);
    }
    return CodeBlock.of(
        "($L, $L) -> $Z$L",
        call.cursor().get(0).name(),
        call.cursor().get(1).name(),
        retrofitCall(call));
  }

  private static CodeBlock retrofitCall(CallsMethodPlan call) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (ParameterSpec parameter : call.userParameters(false)) {
      arguments.add(CodeBlock.of("$L", parameter.name()));
    }
    call.cursor().forEach(parameter -> arguments.add(CodeBlock.of("$L", parameter.name())));
    return CodeBlock.of(
        "$L.$L($Z$L)", field(call.method()), call.name(), CodeBlock.join(arguments, ",$W"));
  }

  /** A parameter of that name hides the field. */
  private static String field(ApiMethod method) {
    boolean hidden =
        method.parameters().stream().anyMatch(parameter -> parameter.name().equals("calls"));
    return hidden ? "this.calls" : "calls";
  }
}
