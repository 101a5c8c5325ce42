package visibuild.audit.reachability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Knows the methods of Java and of libraries that find classes and methods by their names. */
final class ReflectiveMethods {
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

  private ReflectiveMethods() {}

  static boolean isOne(MethodInsnNode call) {
    return BY_NAME.containsKey(name(call))
        || UNKNOWN.contains(name(call))
        || loadsClass(call)
        || scans(call)
        || invokes(call);
  }

  /** Class loaders and libraries have methods that return the class of a name. */
  static boolean loadsClass(MethodInsnNode call) {
    return call.desc.endsWith(")Ljava/lang/Class;") && !textArguments(call).isEmpty();
  }

  static boolean scans(MethodInsnNode call) {
    return SCANNERS.stream().anyMatch(call.owner::startsWith);
  }

  /** A library that takes a name may invoke the method of that name. */
  static boolean invokes(MethodInsnNode call) {
    return INVOKERS.matcher(name(call)).matches()
        && !call.owner.startsWith("java/lang/")
        && !textArguments(call).isEmpty();
  }

  static String name(MethodInsnNode call) {
    return call.owner + "." + call.name;
  }

  /** Returns whether {@code call} lists methods or classes, or runs code that is not seen. */
  static boolean isUnknown(MethodInsnNode call) {
    return UNKNOWN.contains(name(call));
  }

  /** Returns whether {@code call} is one of Java's own, which the program's loaders inherit. */
  static boolean isOfJava(MethodInsnNode call) {
    return BY_NAME.containsKey(name(call)) || LOADERS.contains(call.name);
  }

  /** Returns whether {@code call} surely invokes the method that it names. */
  static boolean surelyInvokes(MethodInsnNode call) {
    return SURE_INVOKERS.matcher(name(call)).matches();
  }

  /** Returns the argument that is the name; the receiver counts. */
  static int nameArgument(MethodInsnNode call) {
    Integer known = BY_NAME.get(name(call));
    return known == null ? textArguments(call).get(0) : known;
  }

  /** The arguments that are texts; the receiver counts. */
  static List<Integer> textArguments(MethodInsnNode call) {
    int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
    Type[] types = Type.getArgumentTypes(call.desc);
    return IntStream.range(0, types.length)
        .filter(index -> types[index].getDescriptor().equals("Ljava/lang/String;"))
        .mapToObj(index -> index + receiver)
        .toList();
  }
}
