package visibuild.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/**
 * The annotations of methods and parameters as the source names them. javac leaves out an
 * annotation whose type it cannot resolve, so only the source shows that there is one.
 */
@FunctionalInterface
public interface WrittenAnnotations {
  /** For a compiler that gives no access to source trees. */
  WrittenAnnotations UNKNOWN = method -> Stream.empty();

  /**
   * Returns the simple names of the annotations of {@code method} and of its parameters, and the
   * names of the members that they set: {@code GET} and {@code GET.value}.
   */
  Stream<String> namesOn(ExecutableElement method);

  /** Returns the annotations in the sources that {@code environment} compiles. */
  static WrittenAnnotations in(ProcessingEnvironment environment) {
    try {
      Trees trees = Trees.instance(environment);
      return method -> namesOn(trees.getTree(method));
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return UNKNOWN;
    }
  }

  private static Stream<String> namesOn(MethodTree method) {
    return method == null
        ? Stream.empty()
        : Stream.concat(
                Stream.of(method.getModifiers()),
                method.getParameters().stream().map(parameter -> parameter.getModifiers()))
            .map(ModifiersTree::getAnnotations)
            .<AnnotationTree>flatMap(List::stream)
            .flatMap(WrittenAnnotations::namesIn);
  }

  private static Stream<String> namesIn(AnnotationTree annotation) {
    String qualified = annotation.getAnnotationType().toString();
    String name = qualified.substring(qualified.lastIndexOf('.') + 1);
    return Stream.concat(
        Stream.of(name),
        annotation.getArguments().stream()
            .filter(AssignmentTree.class::isInstance)
            .map(argument -> name + "." + ((AssignmentTree) argument).getVariable()));
  }
}
