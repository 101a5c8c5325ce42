package visibuild.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** Runs Spring's AOT processing, compiles what it generates and starts the program from that. */
@Tag("slow")
class AotProcessingTest {
  @Test
  void generatedContext_hasTheConnectionAndAllClients(@TempDir Path folder) throws Exception {
    ClassName initializer = process(folder);
    compile(folder);
    String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    URL[] urls = new URL[classPath.length + 1];
    urls[0] = folder.resolve(Kind.CLASS.name()).toUri().toURL();
    for (int i = 0; i < classPath.length; i++) {
      urls[i + 1] = Path.of(classPath[i]).toUri().toURL();
    }
    // A loader for everything, since the generated classes call package-private methods.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      Object clients =
          loader
              .loadClass(AotProgram.class.getName())
              .getMethod("start", String.class)
              .invoke(null, initializer.canonicalName());
      assertThat(clients)
          .isEqualTo("[ProjectsApiClient has \"read\", TicketsApiClient has \"read write\"]");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ClassName process(Path folder) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    AotProgram.properties().applyTo(context);
    context.register(AotProgram.class);
    DefaultGenerationContext generation =
        new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get(AotProgram.class)),
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
}
