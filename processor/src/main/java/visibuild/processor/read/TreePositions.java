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
import org.jspecify.annotations.Nullable;
import visibuild.processor.model.Position;

/** Positions from javac's syntax trees. */
final class TreePositions implements Positions {
  private static final Pattern METHOD =
      Pattern.compile("(?<![\\p{javaJavaIdentifierPart}])([\\p{javaJavaIdentifierPart}]++)\\s*\\(");

  private static final Pattern INTERFACE =
      Pattern.compile("interface\\s++([\\p{javaJavaIdentifierPart}]++)");

  private final Trees trees;
  private @Nullable Source latest;

  TreePositions(Trees trees) {
    this.trees = trees;
  }

  /**
   * A source file, looked for once for all that is asked of it in a row: javac reads the whole file
   * to find one.
   *
   * @param top its outermost type that was asked for
   * @param unit its tree; {@code null} if it has none, or none that a person wrote
   */
  private record Source(Element top, @Nullable CompilationUnitTree unit) {}

  @Override
  public Optional<Position> of(Element declaration) {
    CompilationUnitTree unit = unitOf(outermost(declaration));
    Tree tree = unit == null ? null : trees.getTree(declaration);
    return unit == null || tree == null
        ? Optional.empty()
        : Optional.of(new Position(file(unit, declaration), line(unit, tree)));
  }

  private @Nullable CompilationUnitTree unitOf(Element top) {
    Source source = latest;
    if (source == null || !source.top().equals(top)) {
      // The lines of what kapt makes of Kotlin are of no file that a person wrote.
      TreePath path = KotlinClass.is(top) ? null : trees.getPath(top);
      source = new Source(top, path == null ? null : path.getCompilationUnit());
      latest = source;
    }
    return source.unit();
  }

  private static Element outermost(Element declaration) {
    Element around = declaration.getEnclosingElement();
    return around != null && MoreElements.isType(around) ? outermost(around) : declaration;
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
      return find(unit, method.getReturnType(), METHOD, method.getName());
    }
    ClassTree type = (ClassTree) declaration;
    var annotations = type.getModifiers().getAnnotations();
    Tree last = annotations.isEmpty() ? type : annotations.get(annotations.size() - 1);
    return find(unit, last, INTERFACE, type.getSimpleName());
  }

  private long find(CompilationUnitTree unit, Tree from, Pattern form, Name name) {
    long start = trees.getSourcePositions().getStartPosition(unit, from);
    if (start < 0) {
      return start;
    }
    try {
      Matcher matcher = form.matcher(unit.getSourceFile().getCharContent(true));
      for (int at = (int) start; matcher.find(at); at = matcher.end(1)) {
        if (name.contentEquals(matcher.group(1))) {
          return matcher.start(1);
        }
      }
      return start;
    } catch (IOException unreadable) {
      return start;
    }
  }
}
