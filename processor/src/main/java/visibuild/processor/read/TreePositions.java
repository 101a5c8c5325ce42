package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import visibuild.processor.model.Position;

/** Positions from javac's syntax trees. */
final class TreePositions implements Positions {
  /** On each class that kapt makes of Kotlin, whose lines are of no file that a person wrote. */
  private static final String KOTLIN = "kotlin.Metadata";

  private static final String NAME =
      "(?<!\\p{javaJavaIdentifierPart})(?<name>%s)(?!\\p{javaJavaIdentifierPart})";

  private final Trees trees;

  TreePositions(Trees trees) {
    this.trees = trees;
  }

  @Override
  public Optional<Position> of(Element declaration) {
    TreePath path = isStub(declaration) ? null : trees.getPath(declaration);
    if (path == null) {
      return Optional.empty();
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    return Optional.of(new Position(file(unit, declaration), line(unit, path.getLeaf())));
  }

  private static boolean isStub(Element declaration) {
    Element around = declaration.getEnclosingElement();
    return declaration.getAnnotationMirrors().stream()
            .anyMatch(annotation -> annotation.getAnnotationType().toString().equals(KOTLIN))
        || (around != null && isStub(around));
  }

  private static String file(CompilationUnitTree unit, Element declaration) {
    String name = unit.getSourceFile().getName().replace('\\', '/');
    String inside =
        MoreElements.getPackage(declaration).getQualifiedName().toString().replace('.', '/');
    return (inside.isEmpty() ? "" : inside + "/") + name.substring(name.lastIndexOf('/') + 1);
  }

  private OptionalInt line(CompilationUnitTree unit, Tree declaration) {
    long position = positionOfName(unit, declaration);
    return position < 0 || unit.getLineMap() == null
        ? OptionalInt.empty()
        : OptionalInt.of((int) unit.getLineMap().getLineNumber(position));
  }

  /**
   * The trees know where a declaration begins, with its annotations; the name is looked for behind
   * the last thing that stands in front of it.
   */
  private long positionOfName(CompilationUnitTree unit, Tree declaration) {
    if (declaration instanceof MethodTree method) {
      return find(unit, method.getReturnType(), NAME + "\\s*\\(", method.getName());
    }
    ClassTree type = (ClassTree) declaration;
    var annotations = type.getModifiers().getAnnotations();
    Tree last = annotations.isEmpty() ? type : annotations.get(annotations.size() - 1);
    return find(unit, last, "interface\\s+" + NAME, type.getSimpleName());
  }

  private long find(CompilationUnitTree unit, Tree from, String form, Name name) {
    long start = trees.getSourcePositions().getStartPosition(unit, from);
    try {
      Matcher matcher =
          Pattern.compile(form.formatted(Pattern.quote(name.toString())))
              .matcher(unit.getSourceFile().getCharContent(true));
      return start >= 0 && matcher.find((int) start) ? matcher.start("name") : start;
    } catch (IOException unreadable) {
      return start;
    }
  }
}
