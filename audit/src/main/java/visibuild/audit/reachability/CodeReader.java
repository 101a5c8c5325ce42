package visibuild.audit.reachability;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Turns the instructions and annotations of one method into {@link Use}s. */
final class CodeReader {
  /** Known bootstrap methods, which invoke nothing but their handles. */
  private static final List<String> KNOWN_BOOTSTRAPS =
      List.of("java/lang/invoke/", "java/lang/runtime/");

  /** Calls on a class literal that create no instance of the class. */
  private static final Set<String> HARMLESS_FOR_CLASSES =
      Set.of(
          "getLogger",
          "getLog",
          "desiredAssertionStatus",
          "getName",
          "getSimpleName",
          "getResource",
          "getResourceAsStream",
          "getClassLoader",
          "getPackage",
          "getModule",
          "isInstance",
          "cast",
          "isAssignableFrom",
          "hashCode",
          "equals");

  private final ClassModel model;
  private final MethodModel method;
  private int line;
  private @Nullable Use pendingLiteral;

  CodeReader(ClassModel model, MethodModel method) {
    this.model = model;
    this.method = method;
  }

  void read(MethodNode code) {
    annotations(code);
    if (method.is(Opcodes.ACC_NATIVE)) {
      method.uses.add(new Use.AnyClass("is native code", 0));
      method.uses.add(new Use.AnyMethod("is native code", 0));
    }
    boolean reflects = false;
    for (AbstractInsnNode instruction : code.instructions) {
      if (instruction instanceof LineNumberNode number) {
        line = number.line;
      } else if (instruction.getOpcode() >= 0) {
        reflects |= read(instruction);
      }
    }
    flush(null);
    if (reflects) {
      method.uses.addAll(new ReflectiveCalls(model.name, code).uses());
    }
    if (model.supertypes.contains("groovy/lang/GroovyObject")) {
      List.copyOf(method.uses).stream()
          .filter(Use.Text.class::isInstance)
          .map(Use.Text.class::cast)
          .forEach(text -> method.uses.add(new Use.MethodByName("", text.value(), text.line())));
    }
  }

  /** Reads one instruction, and returns whether it may be a reflective call. */
  private boolean read(AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call) {
      flush(call.name);
      Use.Kind kind =
          switch (call.getOpcode()) {
            case Opcodes.INVOKESTATIC -> Use.Kind.STATIC;
            case Opcodes.INVOKESPECIAL -> Use.Kind.SPECIAL;
            default -> Use.Kind.VIRTUAL;
          };
      method.uses.add(new Use.Invoke(kind, call.owner, call.name, call.desc, line));
      return ReflectiveMethods.isOne(call);
    }
    if (!(instruction instanceof LdcInsnNode) && instruction.getOpcode() > Opcodes.ALOAD) {
      flush(null);
    }
    if (instruction instanceof TypeInsnNode type && type.getOpcode() == Opcodes.NEW) {
      method.uses.add(new Use.New(type.desc, line));
    } else if (instruction instanceof FieldInsnNode field
        && (field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC)) {
      method.uses.add(new Use.StaticField(field.owner, field.name, line));
    } else if (instruction instanceof LdcInsnNode constant) {
      constant(constant.cst);
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      dynamic(dynamic.name, dynamic.bsm, dynamic.bsmArgs);
    }
    return false;
  }

  private void dynamic(String name, Handle bootstrap, Object... arguments) {
    for (Object argument : arguments) {
      constant(argument);
    }
    if (KNOWN_BOOTSTRAPS.stream().noneMatch(bootstrap.getOwner()::startsWith)) {
      handle(bootstrap);
      method.uses.add(new Use.MethodByName("", name, line));
      for (Object argument : arguments) {
        if (argument instanceof String text) {
          method.uses.add(new Use.MethodByName("", text, line));
        }
      }
    }
  }

  private void constant(Object constant) {
    if (constant instanceof String text) {
      method.uses.add(new Use.Text(text, line));
    } else if (constant instanceof Type type && type.getSort() == Type.OBJECT) {
      flush(null);
      pendingLiteral = new Use.ClassLiteral(type.getInternalName(), line);
    } else if (constant instanceof Handle handle) {
      handle(handle);
    } else if (constant instanceof ConstantDynamic dynamic) {
      Object[] arguments = new Object[dynamic.getBootstrapMethodArgumentCount()];
      for (int index = 0; index < arguments.length; index++) {
        arguments[index] = dynamic.getBootstrapMethodArgument(index);
      }
      dynamic(dynamic.getName(), dynamic.getBootstrapMethod(), arguments);
    }
  }

  private void handle(Handle handle) {
    String owner = handle.getOwner();
    switch (handle.getTag()) {
      case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC ->
          method.uses.add(new Use.StaticField(owner, handle.getName(), line));
      case Opcodes.H_NEWINVOKESPECIAL -> {
        method.uses.add(new Use.New(owner, line));
        invoke(Use.Kind.SPECIAL, handle);
      }
      case Opcodes.H_INVOKESTATIC -> invoke(Use.Kind.STATIC, handle);
      case Opcodes.H_INVOKESPECIAL -> invoke(Use.Kind.SPECIAL, handle);
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE -> invoke(Use.Kind.VIRTUAL, handle);
      default -> {}
    }
  }

  private void invoke(Use.Kind kind, Handle handle) {
    method.uses.add(
        new Use.Invoke(kind, handle.getOwner(), handle.getName(), handle.getDesc(), line));
  }

  /** Keeps the last class literal, unless the call that takes it does nothing with the class. */
  private void flush(@Nullable String consumer) {
    if (pendingLiteral != null && (consumer == null || !HARMLESS_FOR_CLASSES.contains(consumer))) {
      method.uses.add(pendingLiteral);
    }
    pendingLiteral = null;
  }

  private void annotations(MethodNode code) {
    annotations(code.visibleAnnotations);
    if (code.visibleParameterAnnotations != null) {
      for (List<AnnotationNode> parameter : code.visibleParameterAnnotations) {
        annotations(parameter);
      }
    }
  }

  private void annotations(@Nullable List<AnnotationNode> annotations) {
    if (annotations == null) {
      return;
    }
    for (AnnotationNode annotation : annotations) {
      RetrofitRequest.of(annotation).ifPresent(request -> method.request = request);
      if (!Annotations.areInert(annotation.desc)) {
        method.annotation = annotation.desc;
      }
      annotation.accept(new AnnotationTexts(method.uses::add));
    }
  }
}
