package visibuild.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import visibuild.processor.model.JavaLiterals;

/**
 * Repeats an annotation in source, with the members that its user wrote. Unlike JavaPoet's own copy
 * it keeps empty arrays and writes every constant as the language wants it.
 */
final class AnnotationSource extends SimpleAnnotationValueVisitor14<CodeBlock, Void> {
  private final AnnotationTypes types;

  AnnotationSource(AnnotationTypes types) {
    this.types = types;
  }

  AnnotationSpec of(AnnotationMirror annotation) {
    AnnotationSpec.Builder source = AnnotationSpec.builder(types.of(annotation).name());
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> member :
        annotation.getElementValues().entrySet()) {
      source.addMember(member.getKey().getSimpleName().toString(), visit(member.getValue(), null));
    }
    return source.build();
  }

  @Override
  protected CodeBlock defaultAction(Object constant, Void nothing) {
    return CodeBlock.of("$L", JavaLiterals.of(constant));
  }

  @Override
  public CodeBlock visitType(TypeMirror type, Void nothing) {
    return CodeBlock.of("$T.class", TypeName.get(type));
  }

  @Override
  public CodeBlock visitEnumConstant(VariableElement constant, Void nothing) {
    return CodeBlock.of("$T.$L", TypeName.get(constant.asType()), constant.getSimpleName());
  }

  @Override
  public CodeBlock visitAnnotation(AnnotationMirror annotation, Void nothing) {
    return CodeBlock.of("$L", of(annotation));
  }

  @Override
  public CodeBlock visitArray(List<? extends AnnotationValue> values, Void nothing) {
    return values.size() == 1
        ? visit(values.get(0), null)
        : values.stream()
            .map(value -> visit(value, null))
            .collect(CodeBlock.joining(",$W", "{", "}"));
  }
}
