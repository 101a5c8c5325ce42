package visibuild.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Bodies of constants in javac's syntax trees. */
final class TreeEnumConstantBodies implements EnumConstantBodies {
  private final Trees trees;

  TreeEnumConstantBodies(Trees trees) {
    this.trees = trees;
  }

  /**
   * Constants come first in an enum, so javac gives the first numbers to their classes, and to what
   * has no name in their arguments.
   */
  @Override
  public OptionalInt in(TypeElement type) {
    @Nullable ClassTree tree = trees.getTree(type);
    if (tree == null) {
      return OptionalInt.empty();
    }
    Set<String> constants = new HashSet<>();
    type.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .forEach(constant -> constants.add(constant.getSimpleName().toString()));
    int bodies = 0;
    for (Tree member : tree.getMembers()) {
      if (member instanceof VariableTree variable
          && constants.contains(variable.getName().toString())) {
        bodies += new Bodies().countIn(variable.getInitializer());
      }
    }
    return OptionalInt.of(bodies);
  }

  /** Counts the classes without a name, but not those inside of them, whose names begin with it. */
  private static final class Bodies extends TreeScanner<@Nullable Void, @Nullable Void> {
    private int count;

    int countIn(Tree tree) {
      scan(tree, null);
      return count;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
      scan(made.getArguments(), null);
      if (made.getClassBody() != null) {
        count++;
      }
      return null;
    }
  }
}
