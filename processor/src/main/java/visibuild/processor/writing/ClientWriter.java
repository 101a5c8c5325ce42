package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import visibuild.Scope;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.DefaultMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.SourceAnnotation;
import visibuild.processor.model.SourceAnnotation.Value;

/** Writes the client of an interface: a class that a person would have written. */
public final class ClientWriter {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");
  private static final SourceAnnotation GENERATED_BY_PROCESSOR =
      SourceAnnotation.of(
          GENERATED, new Value.Literal("\"visibuild.processor.VisibuildProcessor\""));

  private static final String CALLS = "Calls";

  private final ApiInterface api;
  private final ClassName client;
  private final ClassName calls;
  private final ClassName access;
  private final SourceBuilder source;

  private ClientWriter(ApiInterface api) {
    this.api = api;
    this.client = api.client();
    this.calls = client.nestedClass(CALLS);
    this.access = api.scope() == Scope.READ ? LibraryTypes.READ_ACCESS : LibraryTypes.WRITE_ACCESS;
    Set<String> hidden = new HashSet<>(api.context().inheritedTypes());
    hidden.addAll(api.context().inheritedConstants());
    this.source =
        new SourceBuilder(
            new ClassNames(client, Set.of(CALLS), hidden, api.context().hidesOwnPackage()));
  }

  /** Returns the source of the client of {@code api}, which breaks no rule that is an error. */
  public static String write(ApiInterface api) {
    return new ClientWriter(api).write();
  }

  private String write() {
    ParameterRenaming renaming = new ParameterRenaming(api);
    List<ApiMethod> renamed = new ArrayList<>();
    for (ApiMethod method : api.methods()) {
      renamed.add(renaming.apply(method));
    }
    List<CallsMethodPlan> methods = CallsMethodPlan.of(renamed, api.context().seesNullable());
    writeHeader();
    source.names().enterBody();
    source.indent(1).add("private final ").add(calls).line(" calls;").line("");
    writeConstructor();
    writeFactory();
    for (CallsMethodPlan method : methods) {
      MethodWriter.write(method, source);
      source.line("");
    }
    for (DefaultMethod body : api.defaults()) {
      MethodWriter.write(renaming.apply(body.method()), body.implementation(), source);
      source.line("");
    }
    CallsWriter.write(CALLS, api, methods, source);
    return source.indent(-1).line("}").build(client.packageName(), api.context().hidesJavaLang());
  }

  private void writeHeader() {
    source
        .line("/**")
        .add(" * Client of {@link ")
        .add(api.name())
        .add("}. Needs {@link ")
        .add(LibraryTypes.SCOPE)
        .line("#" + api.scope() + "}.")
        .line(" */");
    if (api.context().seesGenerated()) {
      AnnotationWriter.writeLines(List.of(GENERATED_BY_PROCESSOR), source);
    }
    AnnotationWriter.writeLines(CarriedAnnotationsWriter.whereOverridden(api.carried()), source);
    source
        .add(api.isPublic() ? "public final class " : "final class ")
        .add(client.simpleName())
        .add(" implements ")
        .add(api.name())
        .line(" {");
  }

  private void writeConstructor() {
    source
        .add("private ")
        .add(client.simpleName())
        .add("(")
        .mayBreak()
        .add(access)
        .line(" access) {")
        .indent(1)
        .add("this.calls = access.implement(")
        .add(calls)
        .add(".class, ")
        .add(LibraryTypes.SCOPE)
        .line("." + api.scope() + ");")
        .indent(-1)
        .line("}")
        .line("");
  }

  private void writeFactory() {
    source
        .line("/**")
        .line(" * Makes a client.")
        .line(" *")
        .line(" * @param access what its calls act with")
        .line(" * @return the client")
        .line(" */")
        .add(api.isPublic() ? "public static " : "static ")
        .add(api.name())
        .add(" create(")
        .mayBreak()
        .add(access)
        .line(" access) {")
        .indent(1)
        .add("return new ")
        .add(client)
        .line("(access);")
        .indent(-1)
        .line("}")
        .line("");
  }
}
