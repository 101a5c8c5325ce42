package visibuild.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import visibuild.processor.model.Answer.Shape;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;

/** Writes a method of the client: the user's signature, and one statement that makes the call. */
final class MethodWriter {
  private MethodWriter() {}

  static MethodSpec write(CallMethod call) {
    ApiMethod method = call.method();
    return MethodSpec.methodBuilder(method.name())
        .addAnnotation(Override.class)
        .addAnnotations(CautionWriter.whereOverridden(method.cautions()))
        .addModifiers(Modifier.PUBLIC)
        .returns(method.result().source())
        .addParameters(call.userParameters(false))
        .varargs(method.varargs())
        .addStatement(body(call))
        .build();
  }

  private static CodeBlock body(CallMethod call) {
    if (call.method().answer().shape() == Shape.ADAPTED) {
      return CodeBlock.of("return $L", retrofitCall(call));
    }
    String keyword = call.method().result().isVoid() ? "" : "return ";
    return CodeBlock.of(
        "$L$T.$L($Z$L)",
        keyword,
        LibraryTypes.ANSWERS,
        Adaptation.method(call.method().answer()),
        argument(call));
  }

  private static CodeBlock argument(CallMethod call) {
    if (call.cursor().isEmpty()) {
      return retrofitCall(call);
    }
    return CodeBlock.of(
        "($L, $L) -> $Z$L",
        call.cursor().get(0).name(),
        call.cursor().get(1).name(),
        retrofitCall(call));
  }

  private static CodeBlock retrofitCall(CallMethod call) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (ParameterSpec parameter : call.userParameters(false)) {
      arguments.add(CodeBlock.of("$L", parameter.name()));
    }
    call.cursor().forEach(parameter -> arguments.add(CodeBlock.of("$L", parameter.name())));
    if (!call.scopeTag().isEmpty()) {
      arguments.add(CodeBlock.of("$T.$L", LibraryTypes.SCOPE, call.method().scope().orElseThrow()));
    }
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
