package visibuild.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import visibuild.processor.element.MoreElements;

/** Methods as the source writes them, with the mistakes that javac's elements do not show. */
@FunctionalInterface
public interface WrittenMethods {
  /** For a compiler that gives no access to source trees. */
  WrittenMethods UNKNOWN = method -> Optional.empty();

  /** Returns the source of {@code method}, if it is compiled from source. */
  Optional<MethodTree> treeOf(ExecutableElement method);

  /** Returns the methods in the sources that {@code environment} compiles. */
  static WrittenMethods in(ProcessingEnvironment environment) {
    try {
      Trees trees = Trees.instance(environment);
      return method -> Optional.ofNullable(trees.getTree(method));
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return UNKNOWN;
    }
  }

  /**
   * Returns the simple names of the annotations of {@code method} and of its parameters, and the
   * names of the members that they set: {@code GET} and {@code GET.value}. javac leaves out an
   * annotation whose type it cannot resolve, so only the source shows that there is one.
   */
  default Stream<String> annotationNamesOn(ExecutableElement method) {
    return treeOf(method).stream().flatMap(WrittenMethods::annotationNamesOn);
  }

  /** Returns whether a method of {@code type} needs a body and has none. */
  default boolean lackBody(TypeElement type) {
    for (ExecutableElement method : MoreElements.methodsIn(type)) {
      if (!method.getModifiers().contains(Modifier.ABSTRACT)
          && treeOf(method).filter(tree -> tree.getBody() == null).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Stream<String> annotationNamesOn(MethodTree method) {
    return Stream.concat(
            Stream.of(method.getModifiers()),
            method.getParameters().stream().map(parameter -> parameter.getModifiers()))
        .map(ModifiersTree::getAnnotations)
        .<AnnotationTree>flatMap(List::stream)
        .flatMap(WrittenMethods::namesIn);
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
