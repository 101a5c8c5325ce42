package visibuild.processor.jackson;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.VariableElement;

/** Finds the fields that have an initializer. */
@FunctionalInterface
public interface FieldInitializers {
  /** For a compiler that gives no access to source trees. */
  FieldInitializers UNKNOWN = field -> true;

  /** Returns whether {@code field} has an initializer, or true if that is unknown. */
  boolean mayHave(VariableElement field);

  /** Returns the initializers in the sources that {@code environment} compiles. */
  static FieldInitializers in(ProcessingEnvironment environment) {
    try {
      Trees trees = Trees.instance(environment);
      return field ->
          !(trees.getTree(field) instanceof VariableTree tree) || tree.getInitializer() != null;
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return UNKNOWN;
    }
  }
}
