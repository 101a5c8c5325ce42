package visibuild.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;
import visibuild.processor.element.MoreElements;
import visibuild.processor.model.Position;

/** Positions from javac's syntax trees. */
final class TreePositions implements Positions {
  private static final String INTERFACE = "interface";

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
   * @param text its content; empty if it has none
   */
  private record Source(Element top, @Nullable CompilationUnitTree unit, String text) {}

  @Override
  public Optional<Position> of(Element declaration) {
    Source source = sourceOf(outermost(declaration));
    CompilationUnitTree unit = source.unit();
    Tree tree = unit == null ? null : trees.getTree(declaration);
    return unit == null || tree == null
        ? Optional.empty()
        : Optional.of(new Position(file(unit, declaration), line(unit, source.text(), tree)));
  }

  private Source sourceOf(Element top) {
    Source source = latest;
    if (source == null || !source.top().equals(top)) {
      // The lines of what kapt makes of Kotlin are of no file that a person wrote.
      TreePath path = KotlinClass.is(top) ? null : trees.getPath(top);
      CompilationUnitTree unit = path == null ? null : path.getCompilationUnit();
      source = new Source(top, unit, unit == null ? "" : textOf(unit));
      latest = source;
    }
    return source;
  }

  private static String textOf(CompilationUnitTree unit) {
    try {
      return unit.getSourceFile().getCharContent(true).toString();
    } catch (IOException unreadable) {
      return "";
    }
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

  private OptionalInt line(CompilationUnitTree unit, String text, Tree declaration) {
    long position = positionOfName(unit, text, declaration);
    return position < 0 || unit.getLineMap() == null
        ? OptionalInt.empty()
        : OptionalInt.of((int) unit.getLineMap().getLineNumber(position));
  }

  /**
   * The trees know where a declaration begins, with its annotations; the name is looked for behind
   * the last thing that stands in front of it.
   */
  private long positionOfName(CompilationUnitTree unit, String text, Tree declaration) {
    if (declaration instanceof MethodTree method) {
      long start = start(unit, method.getReturnType());
      int found = find(text, method.getName().toString(), start, true);
      return found < 0 ? start : found;
    }
    ClassTree type = (ClassTree) declaration;
    var annotations = type.getModifiers().getAnnotations();
    Tree last = annotations.isEmpty() ? type : annotations.get(annotations.size() - 1);
    long start = start(unit, last);
    int found = find(text, type.getSimpleName().toString(), start, false);
    return found < 0 ? start : found;
  }

  private long start(CompilationUnitTree unit, Tree tree) {
    return trees.getSourcePositions().getStartPosition(unit, tree);
  }

  /** Returns where {@code name} is declared as a method or a type, or -1. */
  private static int find(String text, String name, long start, boolean method) {
    int at = start < 0 ? -1 : text.indexOf(name, (int) start);
    while (at >= 0) {
      int end = at + name.length();
      if (isWord(text, at, end) && (method ? isCalled(text, end) : isInterface(text, at))) {
        return at;
      }
      at = text.indexOf(name, end);
    }
    return -1;
  }

  private static boolean isWord(String text, int start, int end) {
    return (start == 0 || !Character.isJavaIdentifierPart(text.codePointBefore(start)))
        && (end == text.length() || !Character.isJavaIdentifierPart(text.codePointAt(end)));
  }

  private static boolean isCalled(String text, int end) {
    int at = end;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '(';
  }

  private static boolean isInterface(String text, int start) {
    int at = start;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at < start && text.startsWith(INTERFACE, at - INTERFACE.length());
  }
}
