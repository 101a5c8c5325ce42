package visibuild.benchmark.compiletime.child;

import static javax.tools.StandardLocation.CLASS_OUTPUT;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Writes clients and descriptors that exist already, and does nothing else. Its cost is the part
 * that javac itself adds for generated files.
 */
public final class CopyingProcessor extends AbstractProcessor {
  /** The option that names the folder with the clients and descriptors. */
  public static final String FOLDER = "copies";

  /** Made by javac. */
  public CopyingProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("visibuild.VisibuildApi");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(FOLDER);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      round.getElementsAnnotatedWith(annotation).forEach(this::copy);
    }
    return false;
  }

  private void copy(Element api) {
    Path copies = Path.of(Objects.requireNonNull(processingEnv.getOptions().get(FOLDER)));
    String client = api + "Client";
    String descriptor = "META-INF/visibuild/" + api + ".json";
    Filer filer = processingEnv.getFiler();
    try (OutputStream source = filer.createSourceFile(client, api).openOutputStream();
        OutputStream resource =
            filer.createResource(CLASS_OUTPUT, "", descriptor, api).openOutputStream()) {
      Files.copy(copies.resolve(client.replace('.', '/') + ".java"), source);
      Files.copy(copies.resolve(descriptor), resource);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
