package visibuild.audit.reachability;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** An analysed class. Several versions of one class are merged. */
final class ClassModel {
  final String name;
  final String origin;
  final Map<String, MethodModel> methods = new LinkedHashMap<>();
  final Set<String> supertypes = new LinkedHashSet<>();

  /** Class names in its fields' types, type arguments included. */
  final Set<String> fieldTypes = new LinkedHashSet<>();

  String superclass = "java/lang/Object";
  String sourceFile = "";

  /** The visible annotations on the class and its fields, which a framework may look for. */
  final Set<String> annotations = new LinkedHashSet<>();

  int access;

  ClassModel(String name, String origin) {
    this.name = name;
    this.origin = origin;
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  boolean isInterface() {
    return is(Opcodes.ACC_INTERFACE);
  }

  boolean isConcrete() {
    return !is(Opcodes.ACC_ABSTRACT) && !is(Opcodes.ACC_INTERFACE);
  }

  /** The source file below its source root, or the class file where the compiler left it out. */
  String source() {
    int end = name.lastIndexOf('/') + 1;
    return sourceFile.isEmpty() ? name + ".class" : name.substring(0, end) + sourceFile;
  }
}
