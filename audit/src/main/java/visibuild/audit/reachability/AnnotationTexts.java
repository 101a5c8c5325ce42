package visibuild.audit.reachability;

import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Collects the classes and texts that an annotation holds: both can name what a library creates.
 */
final class AnnotationTexts extends AnnotationVisitor {
  private final Consumer<Use> uses;

  AnnotationTexts(Consumer<Use> uses) {
    super(Opcodes.ASM9);
    this.uses = uses;
  }

  @Override
  public void visit(String name, Object value) {
    if (value instanceof Type type && type.getSort() == Type.OBJECT) {
      uses.accept(new Use.ClassLiteral(type.getInternalName(), 0));
    } else if (value instanceof String text) {
      uses.accept(new Use.Text(text, 0));
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String name, String descriptor) {
    return this;
  }

  @Override
  public AnnotationVisitor visitArray(String name) {
    return this;
  }
}
