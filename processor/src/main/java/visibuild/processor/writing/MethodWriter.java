package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Execution;
import visibuild.processor.model.ReturnShape.Kind;

/** Writes a method of the client: the user's signature, and one statement that makes the call. */
final class MethodWriter {
  private static final ClassName OVERRIDE = ClassName.get(Override.class);

  private MethodWriter() {}

  static void write(CallsMethodPlan call, SourceBuilder source) {
    ApiMethod method = call.method();
    beginMethod(method, source);
    if (method.returnShape().kind() == Kind.ADAPTED) {
      writeRetrofitCall(call, source.add("return "));
    } else {
      writeResponse(call, source);
    }
    endMethod(source);
  }

  /** Calls the body that Kotlin made a static method of {@code implementation}. */
  static void write(ApiMethod method, ClassName implementation, SourceBuilder source) {
    List<String> arguments = new ArrayList<>();
    arguments.add("this");
    for (Parameter parameter : method.parameters()) {
      arguments.add(parameter.name());
    }
    if (method.continuation().isPresent()) {
      arguments.add(method.continuation().get().name());
    }
    beginMethod(method, source);
    source
        .add(method.returnType().isVoid() ? "" : "return ")
        .add(implementation)
        .add("." + method.name() + "(")
        .mayBreak()
        .join(arguments)
        .add(")");
    endMethod(source);
  }

  private static void beginMethod(ApiMethod method, SourceBuilder source) {
    source.add("@").add(OVERRIDE).line("");
    AnnotationWriter.writeLines(CarriedAnnotationsWriter.whereOverridden(method.carried()), source);
    source
        .add("public ")
        .declare(method.typeVariables())
        .add(method.continuation().isPresent() ? ClassName.OBJECT : method.returnType().source())
        .add(" " + method.name() + "(")
        .mayBreak();
    boolean first = true;
    for (int i = 0; i < method.parameters().size(); i++) {
      if (!first) {
        source.add(",").spaceOrBreak();
      }
      boolean last = i == method.parameters().size() - 1;
      ParameterWriter.write(method.parameters().get(i), method.varargs() && last, source);
      first = false;
    }
    if (method.continuation().isPresent()) {
      if (!first) {
        source.add(",").spaceOrBreak();
      }
      ParameterWriter.write(method.continuation().get(), false, source);
    }
    source.line(") {").indent(1);
  }

  private static void endMethod(SourceBuilder source) {
    source.line(";").indent(-1).line("}");
    source.names().forgetTypeVariables();
  }

  private static void writeResponse(CallsMethodPlan call, SourceBuilder source) {
    ApiMethod method = call.method();
    Optional<Parameter> continuation = method.continuation();
    if (continuation.isPresent()) {
      source.add("return ").add(LibraryTypes.FUTURE_KT).add(".await(").mayBreak();
    } else if (!method.returnType().isVoid()) {
      source.add("return ");
    }
    ReturnShape shape = method.returnShape();
    source
        .add(LibraryTypes.CLIENT_CALLS)
        .add("." + ClientCallsMethod.method(shape) + "(")
        .mayBreak();
    if (!call.cursor().isEmpty()) {
      source
          .add("(" + call.cursor().get(0).name() + ", " + call.cursor().get(1).name() + ") -> ")
          .mayBreak();
    }
    writeRetrofitCall(call, source);
    if (shape.kind() == Kind.VOID && shape.execution() == Execution.SUSPENDING) {
      source.add(", ").add(LibraryTypes.UNIT).add(".INSTANCE");
    }
    source.add(")");
    if (continuation.isPresent()) {
      source.add(", " + continuation.get().name() + ")");
    }
  }

  private static void writeRetrofitCall(CallsMethodPlan call, SourceBuilder source) {
    List<String> arguments = new ArrayList<>();
    boolean hidden = false;
    for (Parameter parameter : call.method().parameters()) {
      arguments.add(parameter.name());
      hidden |= parameter.name().equals("calls");
    }
    for (CallsMethodPlan.Cursor cursor : call.cursor()) {
      arguments.add(cursor.name());
    }
    // A parameter of that name hides the field.
    source
        .add(hidden ? "this.calls." : "calls.")
        .add(call.name())
        .add("(")
        .mayBreak()
        .join(arguments)
        .add(")");
  }
}
