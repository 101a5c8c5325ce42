package visibuild.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import visibuild.processor.validation.Rule;

/**
 * An interface that the processor refuses. The sign {@code ▸} marks the expected place of the error
 * in the source; it is removed before the source is compiled.
 */
public final class Rejection {
  private static final String MARK = "▸";

  private final List<? extends Diagnostic<?>> problems;
  private final long line;
  private final int column;

  private Rejection(Compilation compilation, String text, int mark) {
    this.problems =
        compilation.diagnostics().stream()
            .filter(each -> each.getMessage(Locale.ROOT).startsWith("[visibuild/"))
            .toList();
    String before = text.substring(0, mark);
    this.line = before.lines().count() + (before.endsWith("\n") ? 1 : 0);
    this.column = before.length() - before.lastIndexOf('\n');
  }

  /** Compiles a source with a mark in it. */
  public static Rejection of(String marked) throws Exception {
    int mark = Compiling.source("Api", marked).getCharContent(true).toString().indexOf(MARK);
    assertThat(mark).as("the source has a mark").isPositive();
    JavaFileObject source = Compiling.source("Api", marked.replace(MARK, ""));
    Compilation compilation = Compiling.compile(List.of(source));
    return new Rejection(compilation, source.getCharContent(true).toString(), mark);
  }

  /** Compiles a read interface with these members, one of which has a mark. */
  public static Rejection ofMember(String marked) throws Exception {
    return of("@VisibuildApi(scope = Scope.READ)\ninterface Api {\n" + marked + "\n}\n");
  }

  /** Asserts that the processor reports this problem, at the mark, and no other. */
  public void is(Rule rule, String message, String hint) {
    assertThat(problems).hasSize(1);
    Diagnostic<?> problem = problems.get(0);
    assertThat(problem.getKind())
        .isEqualTo(rule.isError() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING);
    List<String> lines = problem.getMessage(Locale.ROOT).lines().map(String::strip).toList();
    assertThat(lines).containsExactly("[" + rule.id() + "] " + message, hint);
    assertThat(problem.getLineNumber()).as("line").isEqualTo(line);
    assertThat(problem.getColumnNumber()).as("column").isEqualTo(column);
  }
}
