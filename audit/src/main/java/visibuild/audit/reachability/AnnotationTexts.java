package visibuild.audit.reachability;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Collects the classes and texts that an annotation holds: both can name what a library creates. A
 * member such as {@code initMethod} names a method too.
 */
final class AnnotationTexts extends AnnotationVisitor {
  private final Consumer<Use> uses;
  private final boolean ofMethods;

  AnnotationTexts(Consumer<Use> uses) {
    this(uses, false);
  }

  /** Returns a visitor for the default of the annotation's member {@code name}. */
  static AnnotationTexts ofMember(String name, Consumer<Use> uses) {
    return new AnnotationTexts(uses, namesMethods(name));
  }

  private AnnotationTexts(Consumer<Use> uses, boolean ofMethods) {
    super(Opcodes.ASM9);
    this.uses = uses;
    this.ofMethods = ofMethods;
  }

  @Override
  public void visit(@Nullable String name, Object value) {
    if (value instanceof Type type && type.getSort() == Type.OBJECT) {
      uses.accept(new Use.ClassLiteral(type.getInternalName(), 0));
    } else if (value instanceof String text) {
      uses.accept(new Use.Text(text, 0));
      if (ofMethods || namesMethods(name)) {
        uses.accept(new Use.MethodByName("", text, 0));
      }
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
    return new AnnotationTexts(uses);
  }

  @Override
  public AnnotationVisitor visitArray(@Nullable String name) {
    return new AnnotationTexts(uses, ofMethods || namesMethods(name));
  }

  private static boolean namesMethods(@Nullable String member) {
    return member != null && member.toLowerCase(Locale.ROOT).endsWith("method");
  }
}
