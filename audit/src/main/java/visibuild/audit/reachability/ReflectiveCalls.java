package visibuild.audit.reachability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
  /** The calls that take a name, and which of their arguments it is; the receiver counts. */
  private static final Map<String, Integer> BY_NAME =
      Map.ofEntries(
          Map.entry("java/lang/Class.forName", 0),
          Map.entry("java/lang/ClassLoader.loadClass", 1),
          Map.entry("java/lang/ClassLoader.findClass", 1),
          Map.entry("java/lang/Class.getMethod", 1),
          Map.entry("java/lang/Class.getDeclaredMethod", 1),
          Map.entry("java/lang/invoke/MethodHandles$Lookup.findClass", 1),
          Map.entry("java/lang/invoke/MethodHandles$Lookup.findVirtual", 2),
          Map.entry("java/lang/invoke/MethodHandles$Lookup.findStatic", 2),
          Map.entry("java/lang/invoke/MethodHandles$Lookup.findSpecial", 2),
          Map.entry("java/lang/invoke/MethodHandles$Lookup.bind", 2));

  /** The calls that list methods, or compile or define code, so that no name is seen. */
  private static final Set<String> UNKNOWN =
      Set.of(
          "java/lang/Class.getMethods",
          "java/lang/Class.getDeclaredMethods",
          "java/lang/Class.getClasses",
          "java/lang/Class.getDeclaredClasses",
          "java/lang/Class.getNestMembers",
          "java/lang/Class.getPermittedSubclasses",
          "java/lang/invoke/MethodHandles$Lookup.defineClass",
          "java/lang/ClassLoader.defineClass",
          "java/lang/System.load",
          "java/lang/System.loadLibrary",
          "java/lang/Runtime.load",
          "java/lang/Runtime.loadLibrary",
          "javax/script/ScriptEngine.eval",
          "groovy/lang/GroovyShell.evaluate");

  /** The methods of class loaders, which the program's own loaders inherit. */
  private static final Set<String> LOADERS = Set.of("loadClass", "findClass");

  /** Libraries that list the classes of the class path. */
  private static final List<String> SCANNERS =
      List.of(
          "org/reflections/",
          "io/github/classgraph/",
          "com/google/common/reflect/ClassPath",
          "org/springframework/context/annotation/ClassPathScanningCandidateComponentProvider");

  /** The names of library types and methods that invoke a method by its name. */
  private static final Pattern INVOKERS =
      Pattern.compile("(?i)java/beans/.*|.*(reflect|invo[ck]|method|expression)[^/]*");

  /** Those of them that do nothing else, so that a name that is no constant may be any. */
  private static final Pattern SURE_INVOKERS =
      Pattern.compile(
          "java/beans/(Statement|Expression|EventHandler)\\..*"
              + "|.*/(MethodUtils|ReflectionUtils|ReflectUtil|MethodInvoker)\\.(?i:.*(method|invo[ck]).*)");

  private final String owner;
  private final MethodNode code;
  private final Frame<SourceValue>[] frames;
  private final List<Use> uses = new ArrayList<>();

  ReflectiveCalls(String owner, MethodNode code) {
    this.owner = owner;
    this.code = code;
    this.frames = analyse();
  }

  static boolean isOne(MethodInsnNode call) {
    return BY_NAME.containsKey(name(call))
        || UNKNOWN.contains(name(call))
        || loadsClass(call)
        || scans(call)
        || invokes(call);
  }

  /** Class loaders and libraries have methods that return the class of a name. */
  private static boolean loadsClass(MethodInsnNode call) {
    return call.desc.endsWith(")Ljava/lang/Class;") && !textArguments(call).isEmpty();
  }

  private static boolean scans(MethodInsnNode call) {
    return SCANNERS.stream().anyMatch(call.owner::startsWith);
  }

  /** A library that takes a name may invoke the method of that name. */
  private static boolean invokes(MethodInsnNode call) {
    return INVOKERS.matcher(name(call)).matches()
        && !call.owner.startsWith("java/lang/")
        && !textArguments(call).isEmpty();
  }

  private static String name(MethodInsnNode call) {
    return call.owner + "." + call.name;
  }

  List<Use> uses() {
    for (int index = 0; index < frames.length; index++) {
      if (code.instructions.get(index) instanceof MethodInsnNode call
          && isOne(call)
          && frames[index] != null) {
        read(call, frames[index], lineOf(call));
      }
    }
    return uses;
  }

  private void read(MethodInsnNode call, Frame<SourceValue> frame, int line) {
    String name = name(call);
    String what =
        "calls "
            + call.owner.substring(call.owner.lastIndexOf('/') + 1).replace('$', '.')
            + "."
            + call.name;
    if (UNKNOWN.contains(name)) {
      uses.add(new Use.AnyMethod(what, line));
      if (!name.endsWith("Methods")) { // Lists classes, or runs code that is not seen.
        uses.add(new Use.AnyClass(what, line));
      }
      return;
    }
    if (scans(call)) {
      uses.add(new Use.AnyClass("scans the class path", line));
      return;
    }
    if (invokes(call) && !loadsClass(call)) {
      invoked(call, what, frame, line);
      return;
    }
    boolean loadsClass = call.desc.endsWith(")Ljava/lang/Class;");
    if (call.desc.startsWith("(Ljava/lang/Module;")) {
      uses.add(new Use.AnyClass(what, line));
      return;
    }
    int argument = BY_NAME.getOrDefault(name, textArguments(call).get(0));
    Optional<Set<String>> names = constants(argument(call, frame, argument));
    if (names.isEmpty()) {
      String unknown = what + " with a name that is no constant";
      Use any = loadsClass ? new Use.AnyClass(unknown, line) : new Use.AnyMethod(unknown, line);
      boolean isOfJava = BY_NAME.containsKey(name) || LOADERS.contains(call.name);
      uses.add(isOfJava ? any : new Use.OfLibrary(call.owner, any));
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
    boolean isSure = SURE_INVOKERS.matcher(name(call)).matches();
    for (int argument : textArguments(call)) {
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

  /** The arguments that are texts; the receiver counts. */
  private static List<Integer> textArguments(MethodInsnNode call) {
    int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
    Type[] types = Type.getArgumentTypes(call.desc);
    return IntStream.range(0, types.length)
        .filter(index -> types[index].getDescriptor().equals("Ljava/lang/String;"))
        .mapToObj(index -> index + receiver)
        .toList();
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
          && name(call).equals("java/lang/Class.forName")
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
