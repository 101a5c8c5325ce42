package visibuild.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;
import visibuild.Visibuild;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.spring.fixture.TicketsApi;

/** Runs Spring's AOT processing, compiles what it generates and starts the program from that. */
class AotProcessingTest {
  @Test
  void generatedContext_hasTheConnectionAndAllClients(@TempDir Path folder) throws Exception {
    ClassName initializer = process(folder);
    compile(folder);
    URL[] classes = {folder.resolve(Kind.CLASS.name()).toUri().toURL()};
    try (URLClassLoader loader =
            new URLClassLoader(classes, AotProcessingTest.class.getClassLoader());
        GenericApplicationContext context = new GenericApplicationContext()) {
      context.setClassLoader(loader);
      properties().applyTo(context);
      initialize(context, loader.loadClass(initializer.canonicalName()));
      context.refresh();
      assertThat(context.getBean(Visibuild.class).toString()).contains("apac");
      assertThat(context.getBean(ProjectsApi.class)).isNotNull();
      assertThat(context.getBean(TicketsApi.class)).isNotNull();
    }
  }

  private static ClassName process(Path folder) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    properties().applyTo(context);
    context.register(Program.class);
    DefaultGenerationContext generation =
        new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get(Program.class)),
            new FileSystemGeneratedFiles(kind -> folder.resolve(kind.name())));
    ClassName initializer =
        new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
    generation.writeGeneratedContent();
    return initializer;
  }

  private static void compile(Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(Kind.CLASS.name()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(folder.resolve(Kind.SOURCE.name()))) {
      List<Path> java = sources.filter(path -> path.toString().endsWith(".java")).toList();
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(java);
      List<String> options = List.of("-proc:none", "-d", classes.toString());
      assertThat(compiler.getTask(null, files, null, options, null, units).call()).isTrue();
    }
  }

  @SuppressWarnings("unchecked")
  private static void initialize(GenericApplicationContext context, Class<?> initializer)
      throws ReflectiveOperationException {
    ((ApplicationContextInitializer<GenericApplicationContext>)
            initializer.getDeclaredConstructor().newInstance())
        .initialize(context);
  }

  private static TestPropertyValues properties() {
    return TestPropertyValues.of(
        "visibuild.region=apac",
        "visibuild.client-id=my-client",
        "visibuild.client-secret=my-secret",
        "visibuild.scope=read write");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Program {}
}
