package visibuild.audit.reachability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Finds out for each reflective call in a method whether the name it is given is a constant. A name
 * that is none could be any.
 */
final class ReflectiveCalls {
  private final String owner;
  private final MethodNode code;
  private final Frame<SourceValue>[] frames;
  private final List<Use> uses = new ArrayList<>();

  ReflectiveCalls(String owner, MethodNode code) {
    this.owner = owner;
    this.code = code;
    this.frames = analyse();
  }

  List<Use> uses() {
    for (int index = 0; index < frames.length; index++) {
      if (code.instructions.get(index) instanceof MethodInsnNode call
          && ReflectiveMethods.isOne(call)
          && frames[index] != null) {
        read(call, frames[index], lineOf(call));
      }
    }
    return uses;
  }

  private void read(MethodInsnNode call, Frame<SourceValue> frame, int line) {
    String name = ReflectiveMethods.name(call);
    String what =
        "calls "
            + call.owner.substring(call.owner.lastIndexOf('/') + 1).replace('$', '.')
            + "."
            + call.name;
    if (ReflectiveMethods.isUnknown(call)) {
      uses.add(new Use.AnyMethod(what, line));
      if (!name.endsWith("Methods")) { // Lists classes, or runs code that is not seen.
        uses.add(new Use.AnyClass(what, line));
      }
      return;
    }
    if (ReflectiveMethods.scans(call)) {
      uses.add(new Use.AnyClass("scans the class path", line));
      return;
    }
    if (ReflectiveMethods.invokes(call) && !ReflectiveMethods.loadsClass(call)) {
      invoked(call, what, frame, line);
      return;
    }
    boolean loadsClass = call.desc.endsWith(")Ljava/lang/Class;");
    if (call.desc.startsWith("(Ljava/lang/Module;")) {
      uses.add(new Use.AnyClass(what, line));
      return;
    }
    int argument = ReflectiveMethods.nameArgument(call);
    Optional<Set<String>> names = constants(argument(call, frame, argument));
    if (names.isEmpty()) {
      String unknown = what + " with a name that is no constant";
      Use any = loadsClass ? new Use.AnyClass(unknown, line) : new Use.AnyMethod(unknown, line);
      uses.add(ReflectiveMethods.isOfJava(call) ? any : new Use.OfLibrary(call.owner, any));
    } else if (!loadsClass) {
      Set<String> types = types(argument(call, frame, argument - 1));
      for (String constant : names.get()) {
        types.forEach(type -> uses.add(new Use.MethodByName(type, constant, line)));
      }
    }
  }

  /**
   * Each constant text may be the name of a method. Another text may be any name, but only for a
   * library that surely invokes methods, because otherwise too much would be live.
   */
  private void invoked(MethodInsnNode call, String what, Frame<SourceValue> frame, int line) {
    boolean isSure = ReflectiveMethods.surelyInvokes(call);
    for (int argument : ReflectiveMethods.textArguments(call)) {
      constants(argument(call, frame, argument))
          .ifPresentOrElse(
              texts ->
                  texts.stream()
                      .flatMap(text -> Stream.of(text.split("\\W+", -1)))
                      .filter(word -> !word.isEmpty())
                      .forEach(word -> invoked(call, new Use.MethodByName("", word, line))),
              () -> {
                if (isSure) {
                  invoked(call, new Use.AnyMethod(what + " with a name that is no constant", line));
                }
              });
    }
  }

  private void invoked(MethodInsnNode call, Use use) {
    uses.add(new Use.OfLibrary(call.owner, use));
  }

  /** The argument of a call; the receiver is the first where there is one. */
  private static SourceValue argument(MethodInsnNode call, Frame<SourceValue> frame, int argument) {
    int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
    int values = Type.getArgumentTypes(call.desc).length + receiver;
    return frame.getStack(frame.getStackSize() - values + argument);
  }

  /** The texts that {@code value} can be; empty if one of them is no constant. */
  private static Optional<Set<String>> constants(SourceValue value) {
    Set<String> constants = new HashSet<>();
    for (AbstractInsnNode source : value.insns) {
      if (!(source instanceof LdcInsnNode constant) || !(constant.cst instanceof String text)) {
        return Optional.empty();
      }
      constants.add(text);
    }
    return constants.isEmpty() ? Optional.empty() : Optional.of(constants);
  }

  /** The internal names of the classes that {@code value} can be; the empty name is any class. */
  private Set<String> types(SourceValue value) {
    Set<String> types = new HashSet<>();
    for (AbstractInsnNode source : value.insns) {
      if (source instanceof LdcInsnNode constant && constant.cst instanceof Type type) {
        types.add(type.getInternalName());
      } else if (source instanceof MethodInsnNode call
          && ReflectiveMethods.name(call).equals("java/lang/Class.forName")
          && call.desc.startsWith("(Ljava/lang/String;")) {
        Frame<SourceValue> frame = frames[code.instructions.indexOf(call)];
        constants(argument(call, frame, 0))
            .ifPresentOrElse(
                names -> names.forEach(each -> types.add(each.replace('.', '/'))),
                () -> types.add(""));
      } else {
        types.add("");
      }
    }
    return types.isEmpty() ? Set.of("") : types;
  }

  private static int lineOf(AbstractInsnNode instruction) {
    for (AbstractInsnNode at = instruction; at != null; at = at.getPrevious()) {
      if (at instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }

  private Frame<SourceValue>[] analyse() {
    try {
      return new Analyzer<>(new ConstantSources()).analyze(owner, code);
    } catch (AnalyzerException malformed) {
      throw new IllegalArgumentException(
          "The code of %s.%s cannot be analysed (%s)."
              .formatted(owner.replace('/', '.'), code.name, malformed.getMessage()),
          malformed);
    }
  }

  /** Follows copies to and from variables to the instruction that made the value. */
  private static final class ConstantSources extends SourceInterpreter {
    ConstantSources() {
      super(Opcodes.ASM9);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
      return value;
    }
  }
}
