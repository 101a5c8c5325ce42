package visibuild.audit.reachability;

import java.util.List;

/**
 * The names in a class file, read from its constant pool.
 *
 * @param name the internal name, such as {@code com/acme/Desk}
 * @param references the internal names of the types that its code or annotations name
 * @param texts the texts that look like a qualified class name, with {@code /} between the parts
 * @param supertypes its superclass and interfaces
 * @param implementsCalls the owner of {@code implement}, the runtime's method that turns an
 *     interface into calls, where the class invokes it; empty if it does not
 */
record ClassSummary(
    String name,
    List<String> references,
    List<String> texts,
    List<String> supertypes,
    String implementsCalls) {
  /** The name as Java source and messages write it, with {@code $} for nested classes. */
  static String binaryName(String internalName) {
    return internalName.replace('/', '.');
  }
}
