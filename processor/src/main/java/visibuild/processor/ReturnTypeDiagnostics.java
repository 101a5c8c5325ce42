package visibuild.processor;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;
import visibuild.processor.element.MoreElements;
import visibuild.processor.read.KotlinClass;

/**
 * Reports at the return type of a method. Only javac's trees hold its position. With other
 * compilers and with kapt, whose Java stubs the user never sees, the report stands at the method.
 */
final class ReturnTypeDiagnostics {
  private final @Nullable Trees trees;

  private ReturnTypeDiagnostics(@Nullable Trees trees) {
    this.trees = trees;
  }

  static ReturnTypeDiagnostics in(ProcessingEnvironment environment) {
    try {
      return new ReturnTypeDiagnostics(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return new ReturnTypeDiagnostics(null);
    }
  }

  /**
   * Reports {@code message} at the start of the return type of {@code method}. Returns false,
   * without a report, if its position is unknown.
   */
  boolean report(Diagnostic.Kind kind, String message, ExecutableElement method) {
    if (trees == null || isKotlin(method)) {
      return false;
    }
    @Nullable TreePath path = trees.getPath(method);
    if (path == null
        || !(path.getLeaf() instanceof MethodTree tree)
        || tree.getReturnType() == null) {
      return false;
    }
    trees.printMessage(kind, message, beginning(tree.getReturnType()), path.getCompilationUnit());
    return true;
  }

  private static boolean isKotlin(Element element) {
    Element around = element.getEnclosingElement();
    return around != null
        && MoreElements.isType(around)
        && (KotlinClass.is(around) || isKotlin(around));
  }

  /** javac places {@code List<Ticket>} at its {@code <}, so descend to {@code List}. */
  private static Tree beginning(Tree type) {
    if (type instanceof ParameterizedTypeTree parameterized) {
      return beginning(parameterized.getType());
    }
    if (type instanceof ArrayTypeTree array) {
      return beginning(array.getType());
    }
    if (type instanceof AnnotatedTypeTree annotated) {
      return beginning(annotated.getUnderlyingType());
    }
    return type instanceof MemberSelectTree member ? beginning(member.getExpression()) : type;
  }
}
