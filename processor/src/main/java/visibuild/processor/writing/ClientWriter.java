package visibuild.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import javax.lang.model.element.Modifier;
import visibuild.Scope;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.DefaultMethod;
import visibuild.processor.model.LibraryTypes;

/** Writes the client of an interface: a class that a person would have written. */
public final class ClientWriter {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");
  private static final String PROCESSOR = "visibuild.processor.VisibuildProcessor";

  /**
   * Makes JavaPoet write the types of the client's own package like those of others: imported, or
   * qualified where a nested type hides them. No package can have this name.
   */
  private static final String ELSEWHERE = "-";

  private ClientWriter() {}

  /** Returns the source of the client of {@code api}, which breaks no rule that is an error. */
  public static String write(ApiInterface api) {
    String packageName = api.client().packageName();
    return api.context().hidesOwnPackage()
        ? write(api, ELSEWHERE)
            .replaceFirst(
                "package " + ELSEWHERE + ";",
                Matcher.quoteReplacement("package " + packageName + ";"))
        : write(api, packageName);
  }

  private static String write(ApiInterface api, String packageName) {
    return JavaFile.builder(packageName, client(api))
        .skipJavaLangImports(!api.context().hidesJavaLang())
        .build()
        .toString();
  }

  private static TypeSpec client(ApiInterface api) {
    Scope scope = api.scope();
    ClassName access = scope == Scope.READ ? LibraryTypes.READ_ACCESS : LibraryTypes.WRITE_ACCESS;
    ClassName calls = api.client().nestedClass("Calls");
    Set<String> hidden = hidden(api);
    ParameterRenaming renaming = new ParameterRenaming(api);
    List<ApiMethod> renamed = new ArrayList<>();
    for (ApiMethod method : api.methods()) {
      renamed.add(renaming.apply(method));
    }
    List<CallsMethodPlan> methods = CallsMethodPlan.of(renamed, api.context().seesNullable());

    TypeSpec.Builder client =
        TypeSpec.classBuilder(api.client())
            .addJavadoc(
                "Client of {@link $T}. Needs {@link $T#$L}.", api.name(), LibraryTypes.SCOPE, scope)
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(api.name())
            .alwaysQualify(hidden.toArray(new String[0]))
            .addField(FieldSpec.builder(calls, "calls", Modifier.PRIVATE, Modifier.FINAL).build())
            .addMethod(constructor(access, calls, scope))
            .addMethod(factory(api, access));
    if (api.isPublic()) {
      client.addModifiers(Modifier.PUBLIC);
    }
    if (api.context().seesGenerated()) {
      client.addAnnotation(
          AnnotationSpec.builder(GENERATED).addMember("value", "$S", PROCESSOR).build());
    }
    client.addAnnotations(CarriedAnnotationsWriter.whereOverridden(api.carried()));
    for (CallsMethodPlan method : methods) {
      client.addMethod(MethodWriter.write(method));
    }
    for (DefaultMethod body : api.defaults()) {
      client.addMethod(MethodWriter.write(renaming.apply(body.method()), body.implementation()));
    }
    return client.addType(CallsWriter.write(calls, api, methods)).build();
  }

  /** Returns the simple names that mean something else inside the client. */
  private static Set<String> hidden(ApiInterface api) {
    Set<String> hidden = new HashSet<>(api.context().inheritedTypes());
    hidden.addAll(api.context().inheritedConstants());
    for (ApiMethod method : api.methods()) {
      for (TypeVariableName variable : method.typeVariables()) {
        hidden.add(variable.name());
      }
    }
    return hidden;
  }

  private static MethodSpec constructor(ClassName access, ClassName calls, Scope scope) {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(access, "access")
        .addStatement(
            "this.calls = access.implement($T.class, $T.$L)", calls, LibraryTypes.SCOPE, scope)
        .build();
  }

  private static MethodSpec factory(ApiInterface api, ClassName access) {
    MethodSpec.Builder factory =
        MethodSpec.methodBuilder("create")
            .addJavadoc(
                "Creates a client.\n\n@param access the access that its calls use\n@return the client\n")
            .addModifiers(Modifier.STATIC)
            .returns(api.name())
            .addParameter(access, "access")
            .addStatement("return new $T(access)", api.client());
    if (api.isPublic()) {
      factory.addModifiers(Modifier.PUBLIC);
    }
    return factory.build();
  }
}
