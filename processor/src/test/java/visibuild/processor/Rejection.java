package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import visibuild.processor.validation.Rule;

/**
 * An interface that the processor refuses. Where the error is to be reported stands {@code ▸} in
 * the source, and is taken out before the source is compiled.
 */
final class Rejection {
  private static final String MARK = "▸";

  private final List<? extends Diagnostic<?>> errors;
  private final long line;
  private final int column;

  private Rejection(Compilation compilation, String text, int mark) {
    this.errors = compilation.errors();
    String before = text.substring(0, mark);
    this.line = before.lines().count() + (before.endsWith("\n") ? 1 : 0);
    this.column = before.length() - before.lastIndexOf('\n');
  }

  /** Compiles a source with a mark in it. */
  static Rejection of(String marked) throws Exception {
    int mark = Compiling.source("Api", marked).getCharContent(true).toString().indexOf(MARK);
    assertThat(mark).as("the source has a mark").isPositive();
    JavaFileObject source = Compiling.source("Api", marked.replace(MARK, ""));
    Compilation compilation = Compiling.compile(List.of(source));
    return new Rejection(compilation, source.getCharContent(true).toString(), mark);
  }

  /** Compiles an interface that reads, with these members. */
  static Rejection ofMember(String marked) throws Exception {
    return of("@VisibuildApi(scope = Scope.READ)\ninterface Api {\n" + marked + "\n}\n");
  }

  /** There is this problem, at the mark, and no other. */
  void is(Rule rule, String wrong, String instead) {
    assertThat(errors).hasSize(1);
    Diagnostic<?> error = errors.get(0);
    assertThat(error.getMessage(Locale.ROOT).lines().map(String::strip))
        .containsExactly("[" + rule.id() + "] " + wrong, instead);
    assertThat(error.getLineNumber()).as("line").isEqualTo(line);
    assertThat(error.getColumnNumber()).as("column").isEqualTo(column);
  }
}
