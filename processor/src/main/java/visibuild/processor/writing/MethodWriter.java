package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Execution;
import visibuild.processor.model.ReturnShape.Kind;

/**
 * Writes a method of the client: the user's signature, and one statement that makes the call. The
 * statement grows from left to right in one builder, because JavaPoet copies each code block.
 */
final class MethodWriter {
  private MethodWriter() {}

  static MethodSpec write(CallsMethodPlan call) {
    return signature(call.method()).addStatement(body(call)).build();
  }

  /** Calls the body that Kotlin made a static method of {@code implementation}. */
  static MethodSpec write(ApiMethod method, ClassName implementation) {
    CodeBlock.Builder body = CodeBlock.builder();
    addReturn(body, method);
    body.add("$T.$L($Zthis", implementation, method.name());
    for (Parameter parameter : method.parameters()) {
      body.add(",$W$L", parameter.name());
    }
    if (method.continuation().isPresent()) {
      body.add(",$W$L", method.continuation().get().name());
    }
    return signature(method).addStatement(body.add(")").build()).build();
  }

  private static MethodSpec.Builder signature(ApiMethod method) {
    MethodSpec.Builder signature =
        MethodSpec.methodBuilder(method.name())
            .addAnnotation(Override.class)
            .addAnnotations(CarriedAnnotationsWriter.whereOverridden(method.carried()))
            .addModifiers(Modifier.PUBLIC)
            .addTypeVariables(method.typeVariables())
            .addParameters(CallsMethodPlan.parameters(method, false))
            .varargs(method.varargs());
    if (method.continuation().isEmpty()) {
      return signature.returns(method.returnType().source());
    }
    Parameter continuation = method.continuation().get();
    return signature
        .returns(ClassName.OBJECT)
        .addParameter(continuation.type().source(), continuation.name());
  }

  private static CodeBlock body(CallsMethodPlan call) {
    ApiMethod method = call.method();
    CodeBlock.Builder body = CodeBlock.builder();
    if (method.returnShape().kind() == Kind.ADAPTED) {
      body.add("return ");
      addRetrofitCall(body, call);
    } else if (method.continuation().isPresent()) {
      body.add("return $T.await($Z", LibraryTypes.FUTURE_KT);
      addResponse(body, call);
      body.add(", $L)", method.continuation().get().name());
    } else {
      addReturn(body, method);
      addResponse(body, call);
    }
    return body.build();
  }

  private static void addReturn(CodeBlock.Builder body, ApiMethod method) {
    if (!method.returnType().isVoid()) {
      body.add("return ");
    }
  }

  private static void addResponse(CodeBlock.Builder body, CallsMethodPlan call) {
    ReturnShape shape = call.method().returnShape();
    body.add("$T.$L($Z", LibraryTypes.CLIENT_CALLS, ClientCallsMethod.method(shape));
    if (!call.cursor().isEmpty()) {
      body.add("($L, $L) -> $Z", call.cursor().get(0).name(), call.cursor().get(1).name());
    }
    addRetrofitCall(body, call);
    if (shape.kind() == Kind.VOID && shape.execution() == Execution.SUSPENDING) {
      body.add(", $T.INSTANCE", LibraryTypes.UNIT);
    }
    body.add(")");
  }

  private static void addRetrofitCall(CodeBlock.Builder body, CallsMethodPlan call) {
    List<String> arguments = new ArrayList<>();
    for (Parameter parameter : call.method().parameters()) {
      arguments.add(parameter.name());
    }
    for (ParameterSpec parameter : call.cursor()) {
      arguments.add(parameter.name());
    }
    // A parameter of that name hides the field.
    body.add("$L.$L($Z", arguments.contains("calls") ? "this.calls" : "calls", call.name());
    for (int i = 0; i < arguments.size(); i++) {
      body.add(i == 0 ? "$L" : ",$W$L", arguments.get(i));
    }
    body.add(")");
  }
}
