package visibuild.audit.reachability;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/** A method of an analysed class. Compared by identity. */
final class MethodModel {
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

  final ClassModel owner;
  final String name;
  final String descriptor;
  final int access;
  final Set<Use> uses = new LinkedHashSet<>();

  /** Class names in the signature with its type arguments. */
  final Set<String> types = new LinkedHashSet<>();

  /**
   * The request that Retrofit's annotation declares, such as {@code POST tickets}; may be empty.
   */
  String request = "";

  /** A visible annotation on the method or a parameter, which a framework may look for. */
  String annotation = "";

  MethodModel(ClassModel owner, String name, String descriptor, int access) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.access = access;
  }

  String key() {
    return name + descriptor;
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  /** Returns whether the method takes part in overriding. */
  boolean isVirtual() {
    return !is(Opcodes.ACC_STATIC) && !is(Opcodes.ACC_PRIVATE) && !name.startsWith("<");
  }

  /**
   * The method as a report names it: {@code com.acme.Desk.open}. A lambda has the name of the
   * method that it stands in.
   */
  String label() {
    String type = ClassSummary.binaryName(owner.name);
    Matcher lambda = LAMBDA.matcher(name);
    if (lambda.matches()) {
      return type + "." + lambda.group(1) + " (lambda)";
    }
    return switch (name) {
      case "<init>" -> "new " + type;
      case "<clinit>" -> type + " (static initializer)";
      default -> type + "." + name;
    };
  }
}
