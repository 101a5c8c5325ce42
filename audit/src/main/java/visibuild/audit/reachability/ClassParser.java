package visibuild.audit.reachability;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Reads the code of a class file into a {@link ClassModel}. */
final class ClassParser extends ClassHeader {
  /** The major version of the newest class file that the library reads without complaint. */
  private static final int NEWEST = Opcodes.V25;

  private ClassParser(ClassModel model) {
    super(model);
  }

  /** Adds what {@code file} holds to {@code model}. */
  static void parseCode(byte[] file, ClassModel model) {
    reader(file).accept(new ClassParser(model), ClassReader.SKIP_FRAMES);
  }

  /** A class file of a newer JDK has the same instructions, so read it as the newest known. */
  static ClassReader reader(byte[] file) {
    byte[] known = file;
    if ((((file[6] & 0xFF) << 8) | (file[7] & 0xFF)) > NEWEST) {
      known = file.clone();
      known[6] = 0;
      known[7] = NEWEST;
    }
    return new ClassReader(known);
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {
    model.sourceFile = source == null ? "" : source;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    if (visible && !Annotations.areInert(descriptor)) {
      model.annotations.add(descriptor);
    }
    return new AnnotationTexts(text -> staticInitializer().uses.add(text));
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    TypeNames.addTo(model.fieldTypes, descriptor, signature);
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        if (visible && !Annotations.areInert(annotation)) {
          model.annotations.add(annotation);
        }
        return new AnnotationTexts(text -> staticInitializer().uses.add(text));
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    MethodModel method =
        model.methods.computeIfAbsent(
            name + descriptor, key -> new MethodModel(model, name, descriptor, access));
    TypeNames.addTo(method.types, descriptor, signature);
    return new MethodNode(Opcodes.ASM9, access, name, descriptor, signature, exceptions) {
      @Override
      public AnnotationVisitor visitAnnotationDefault() {
        return AnnotationTexts.ofMember(name, ClassParser.this::annotationDefault);
      }

      @Override
      public void visitEnd() {
        new CodeReader(model, method).read(this);
      }
    };
  }

  /** A default counts wherever the annotation stands, which a framework may look for. */
  private void annotationDefault(Use use) {
    model.annotations.add("L" + model.name + ";");
    staticInitializer().uses.add(use);
  }

  /**
   * Returns the method that holds the annotations of the class, which count once the class is in
   * use.
   */
  private MethodModel staticInitializer() {
    return model.methods.computeIfAbsent(
        "<clinit>()V", key -> new MethodModel(model, "<clinit>", "()V", Opcodes.ACC_STATIC));
  }
}
