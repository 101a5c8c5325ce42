package visibuild.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Map;
import visibuild.processor.model.SourceAnnotation;
import visibuild.processor.model.SourceAnnotation.Member;
import visibuild.processor.model.SourceAnnotation.Value;

/** Writes annotations. */
final class AnnotationWriter {
  private static final String VALUE = "value";

  /** Values are indented as the continuation of a line is. */
  private static final int LEVELS = 2;

  private AnnotationWriter() {}

  /** Writes annotations of a declaration, each on a line of its own. */
  static void writeLines(List<SourceAnnotation> annotations, SourceBuilder source) {
    for (SourceAnnotation annotation : annotations) {
      write(annotation, true, source);
      source.line("");
    }
  }

  /** Writes annotations of a parameter, each with a space behind it. */
  static void writeInline(List<SourceAnnotation> annotations, SourceBuilder source) {
    for (SourceAnnotation annotation : annotations) {
      write(annotation, false, source);
      source.add(" ");
    }
  }

  /** Writes a type annotation, whose values are complete source. */
  static void write(AnnotationSpec annotation, SourceBuilder source) {
    source.add("@").add(annotation.type());
    Map<String, List<CodeBlock>> members = annotation.members();
    boolean onlyValue = members.size() == 1 && members.containsKey(VALUE);
    String before = "(";
    for (Map.Entry<String, List<CodeBlock>> member : members.entrySet()) {
      source.add(before).add(onlyValue ? "" : member.getKey() + " = ");
      source.add(member.getValue().get(0).toString());
      before = ", ";
    }
    if (!members.isEmpty()) {
      source.add(")");
    }
  }

  private static void write(SourceAnnotation annotation, boolean lines, SourceBuilder source) {
    List<Member> members = annotation.members();
    source.add("@").add(annotation.type());
    if (members.isEmpty()) {
      return;
    }
    source.add("(");
    if (members.size() == 1 && members.get(0).name().equals(VALUE)) {
      writeValue(members.get(0).value(), source);
    } else {
      source.indent(LEVELS);
      writeMembers(members, lines, source);
      source.indent(-LEVELS);
    }
    source.add(")");
  }

  private static void writeMembers(List<Member> members, boolean lines, SourceBuilder source) {
    boolean first = true;
    for (Member member : members) {
      if (lines) {
        source.line(first ? "" : ",");
      } else {
        source.add(first ? "" : ", ");
      }
      source.add(member.name()).add(" = ");
      writeValue(member.value(), source);
      first = false;
    }
    if (lines) {
      source.line("");
    }
  }

  private static void writeValue(Value value, SourceBuilder source) {
    if (value instanceof Value.Literal literal) {
      source.add(literal.source());
    } else if (value instanceof Value.OfType constant) {
      source.add(constant.type()).add(constant.suffix());
    } else if (value instanceof Value.Nested nested) {
      write(nested.annotation(), false, source);
    } else if (value instanceof Value.Elements elements) {
      writeElements(elements.values(), source);
    }
  }

  private static void writeElements(List<Value> values, SourceBuilder source) {
    source.indent(LEVELS).add("{");
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        source.add(",").spaceOrBreak();
      }
      writeValue(values.get(i), source);
    }
    source.add("}").indent(-LEVELS);
  }
}
