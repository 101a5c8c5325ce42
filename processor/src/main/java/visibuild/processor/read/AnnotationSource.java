package visibuild.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import visibuild.processor.model.JavaLiterals;
import visibuild.processor.model.SourceAnnotation;
import visibuild.processor.model.SourceAnnotation.Member;
import visibuild.processor.model.SourceAnnotation.Value;

/**
 * Repeats an annotation in source, with the members that its user wrote. Unlike JavaPoet's own copy
 * it keeps empty arrays and writes every constant as the language wants it.
 */
final class AnnotationSource {
  private final AnnotationTypes types;

  AnnotationSource(AnnotationTypes types) {
    this.types = types;
  }

  SourceAnnotation of(AnnotationMirror annotation) {
    List<Member> members = new ArrayList<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> member :
        annotation.getElementValues().entrySet()) {
      members.add(new Member(member.getKey().getSimpleName().toString(), of(member.getValue())));
    }
    return new SourceAnnotation(types.of(annotation).name(), members);
  }

  private Value of(AnnotationValue value) {
    Object content = value.getValue();
    if (content instanceof TypeMirror type) {
      return new Value.OfType(TypeName.get(type), ".class");
    }
    if (content instanceof VariableElement constant) {
      return new Value.OfType(TypeName.get(constant.asType()), "." + constant.getSimpleName());
    }
    if (content instanceof AnnotationMirror annotation) {
      return new Value.Nested(of(annotation));
    }
    if (content instanceof List<?> values) {
      return values.size() == 1 ? of((AnnotationValue) values.get(0)) : elements(values);
    }
    return new Value.Literal(JavaLiterals.of(content));
  }

  private Value elements(List<?> values) {
    List<Value> elements = new ArrayList<>();
    for (Object value : values) {
      elements.add(of((AnnotationValue) value));
    }
    return new Value.Elements(elements);
  }

  /** Returns a type annotation, as JavaPoet's types hold it: with qualified names in its values. */
  AnnotationSpec onType(AnnotationMirror annotation) {
    return spec(of(annotation));
  }

  private static AnnotationSpec spec(SourceAnnotation annotation) {
    AnnotationSpec.Builder spec = AnnotationSpec.builder(annotation.type());
    for (Member member : annotation.members()) {
      spec.addMember(member.name(), "$L", text(member.value()));
    }
    return spec.build();
  }

  private static String text(Value value) {
    if (value instanceof Value.OfType constant) {
      return constant.type() + constant.suffix();
    }
    if (value instanceof Value.Nested nested) {
      return spec(nested.annotation()).toString();
    }
    if (value instanceof Value.Elements elements) {
      List<String> texts = new ArrayList<>();
      for (Value each : elements.values()) {
        texts.add(text(each));
      }
      return "{" + String.join(", ", texts) + "}";
    }
    return ((Value.Literal) value).source();
  }
}
