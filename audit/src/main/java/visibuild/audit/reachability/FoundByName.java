package visibuild.audit.reachability;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Knows the methods that a library finds by their names, without an annotation or an override. */
final class FoundByName {
  private static final Set<String> SERIALIZATION =
      Set.of("readObject", "readResolve", "writeObject", "writeReplace", "readObjectNoData");

  /** Annotations of a class with public methods that other processes call. */
  private static final List<String> REMOTE =
      List.of(
          "Ljakarta/jws/WebService;",
          "Ljavax/jws/WebService;",
          "Ljakarta/ejb/",
          "Ljavax/ejb/",
          "Lorg/apache/dubbo/");

  private FoundByName() {}

  /** Returns the library that may call {@code method} of an instance of its class or a subclass. */
  static Optional<String> callerOf(MethodModel method, Hierarchy hierarchy) {
    if (SERIALIZATION.contains(method.name)) {
      return Optional.of("serialization");
    }
    Set<String> supertypes = hierarchy.supertypesOf(method.owner.name);
    if (method.name.equals("doCall") && supertypes.contains("groovy/lang/Closure")) {
      return Optional.of("Groovy");
    }
    if (method.name.startsWith("test") && supertypes.contains("junit/framework/TestCase")) {
      return Optional.of("JUnit");
    }
    return Optional.empty();
  }

  /**
   * Returns whether {@code method}, which an instance of {@code type} has or inherits, may be
   * called from another process.
   */
  static boolean isRemote(ClassModel type, MethodModel method, Hierarchy hierarchy) {
    if (!method.is(Opcodes.ACC_PUBLIC)) {
      return false;
    }
    ClassModel owner = method.owner;
    boolean isOfInterface =
        owner.isInterface()
            && (owner.name.endsWith("MBean")
                || owner.name.endsWith("MXBean")
                || hierarchy.supertypesOf(owner.name).contains("java/rmi/Remote"));
    return isOfInterface || isRemote(type) || isRemote(owner);
  }

  private static boolean isRemote(ClassModel type) {
    return type.annotations.stream()
        .anyMatch(annotation -> REMOTE.stream().anyMatch(annotation::startsWith));
  }
}
