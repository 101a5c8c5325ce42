package visibuild.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import visibuild.Scope;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.LibraryTypes;

/**
 * Writes what stands in for the client of an interface that has problems. The compile fails for
 * those; without the class, each mention of it would be reported as well.
 */
public final class StandInWriter {
  private StandInWriter() {}

  /** The source: a class of the client's name that makes no client. */
  public static JavaFile write(ApiInterface api) {
    TypeSpec.Builder standIn =
        TypeSpec.classBuilder(api.client())
            .addJavadoc(
                "Stands in for the client of $L, which the compiler reported a problem of.",
                api.label())
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (api.isPublic()) {
      standIn.addModifiers(Modifier.PUBLIC);
    }
    if (!api.declaration().hidden()) {
      standIn.addMethod(factory(api));
    }
    return JavaFile.builder(api.client().packageName(), standIn.build())
        .skipJavaLangImports(!api.surroundings().hidesJavaLang())
        .build();
  }

  private static MethodSpec factory(ApiInterface api) {
    MethodSpec.Builder factory =
        MethodSpec.methodBuilder("create")
            .addModifiers(Modifier.STATIC)
            .returns(api.name())
            .addParameter(
                api.scope() == Scope.READ ? LibraryTypes.READ_ACCESS : LibraryTypes.WRITE_ACCESS,
                "access")
            .addStatement(
                "throw new $T($S)",
                IllegalStateException.class,
                api.label() + " has a problem, which the compiler reported.");
    if (api.isPublic()) {
      factory.addModifiers(Modifier.PUBLIC);
    }
    return factory.build();
  }
}
