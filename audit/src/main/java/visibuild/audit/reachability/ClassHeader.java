package visibuild.audit.reachability;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads supertypes and method declarations of a class, without its code. */
class ClassHeader extends ClassVisitor {
  final ClassModel model;

  ClassHeader(ClassModel model) {
    super(Opcodes.ASM9);
    this.model = model;
  }

  static void parse(byte[] file, ClassModel model) {
    ClassParser.reader(file)
        .accept(
            new ClassHeader(model),
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  @Override
  public final void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superclass,
      String[] interfaces) {
    model.access = access;
    if (superclass != null) {
      model.superclass = superclass;
      model.supertypes.add(superclass);
    }
    model.supertypes.addAll(List.of(interfaces));
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    model.methods.putIfAbsent(name + descriptor, new MethodModel(model, name, descriptor, access));
    return null;
  }
}
