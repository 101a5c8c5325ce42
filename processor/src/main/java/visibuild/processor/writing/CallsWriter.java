package visibuild.processor.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import visibuild.Scope;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.JavaLiterals;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.SourceAnnotation;
import visibuild.processor.model.SourceAnnotation.Member;
import visibuild.processor.model.SourceAnnotation.Value;
import visibuild.processor.model.Verb;

/** Writes {@code Calls}, the interface that Retrofit implements. */
final class CallsWriter {
  private static final List<SourceAnnotation> TAG =
      List.of(SourceAnnotation.of(RetrofitAnnotations.TAG));

  private CallsWriter() {}

  static void write(
      String name, ApiInterface api, List<CallsMethodPlan> methods, SourceBuilder source) {
    source.line("/**").line(" * The HTTP side, implemented by Retrofit.").line(" */");
    for (CallsMethodPlan method : methods) {
      if (isDeclaredRead(method.method())) {
        Value declaring = new Value.OfType(api.name(), ".class");
        AnnotationWriter.writeLines(
            List.of(SourceAnnotation.of(LibraryTypes.CALLS_OF, declaring)), source);
        break;
      }
    }
    source.line("interface " + name + " {").indent(1);
    boolean first = true;
    for (CallsMethodPlan method : methods) {
      if (!first) {
        source.line("");
      }
      writeMethod(method, api.path(), source);
      first = false;
    }
    source.indent(-1).line("}");
  }

  /** Returns whether the runtime needs the declaration to know that {@code method} reads. */
  private static boolean isDeclaredRead(ApiMethod method) {
    Optional<Verb> verb = method.verb();
    return method.reads() && verb.isPresent() && verb.get().scope() == Scope.READ_WRITE;
  }

  private static void writeMethod(CallsMethodPlan call, String apiPath, SourceBuilder source) {
    ApiMethod method = call.method();
    AnnotationWriter.writeLines(annotations(method, apiPath), source);
    source.add(ClientCallsMethod.returnType(method)).add(" " + call.name() + "(").mayBreak();
    boolean first = true;
    int last = method.varargs() && call.cursor().isEmpty() ? method.parameters().size() - 1 : -1;
    for (int i = 0; i < method.parameters().size(); i++) {
      if (!first) {
        source.add(",").spaceOrBreak();
      }
      writeParameter(method.parameters().get(i), i == last, source);
      first = false;
    }
    for (CallsMethodPlan.Cursor cursor : call.cursor()) {
      if (!first) {
        source.add(",").spaceOrBreak();
      }
      AnnotationWriter.writeInline(List.of(cursor.query()), source);
      source.add(cursor.type()).add(" " + cursor.name());
      first = false;
    }
    source.line(");");
  }

  private static void writeParameter(Parameter parameter, boolean varargs, SourceBuilder source) {
    for (AnnotationModel annotation : parameter.annotations()) {
      AnnotationWriter.writeInline(List.of(annotation.source()), source);
    }
    if (parameter.isOptions() && parameter.annotation(RetrofitAnnotations.TAG).isEmpty()) {
      AnnotationWriter.writeInline(TAG, source);
    }
    ParameterWriter.write(parameter, varargs, source);
  }

  private static List<SourceAnnotation> annotations(ApiMethod method, String apiPath) {
    List<SourceAnnotation> annotations = new ArrayList<>();
    if (method.returnShape().isStreamed()
        && method.annotation(RetrofitAnnotations.STREAMING).isEmpty()) {
      annotations.add(SourceAnnotation.of(RetrofitAnnotations.STREAMING));
    }
    boolean urlIsParameter = method.uses(RetrofitAnnotations.URL);
    for (AnnotationModel annotation : method.annotations()) {
      Optional<Verb> verb = urlIsParameter ? Optional.empty() : Verb.of(annotation);
      annotations.add(verb.isPresent() ? withPath(verb.get(), apiPath) : annotation.source());
    }
    annotations.addAll(CarriedAnnotationsWriter.whereRepeated(method.carried()));
    return annotations;
  }

  private static SourceAnnotation withPath(Verb verb, String apiPath) {
    List<Member> members = new ArrayList<>();
    for (Member member : verb.annotation().source().members()) {
      members.add(
          member.name().equals(verb.pathMember())
              ? new Member(member.name(), new Value.Literal(JavaLiterals.of(apiPath + verb.path())))
              : member);
    }
    return new SourceAnnotation(verb.annotation().type(), members);
  }
}
