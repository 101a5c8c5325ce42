package visibuild.audit.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources from memory to a folder. */
final class CompiledSources {
  private CompiledSources() {}

  static Path compile(Map<String, String> sources, Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("all-classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<JavaFileObject> files =
        sources.entrySet().stream()
            .map(source -> (JavaFileObject) new Source(source.getKey(), source.getValue()))
            .toList();
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of(
                    "-d", classes.toString(), "-proc:none", "-nowarn", "-cp", classes.toString()),
                null,
                files)
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
    return classes;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }
}
