package visibuild.audit.reachability;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Finds the classes that a type, with its type arguments, is made of. */
final class TypeNames {
  private TypeNames() {}

  static void addTo(Set<String> names, String descriptor, @Nullable String signature) {
    add(names, Type.getType(descriptor));
    if (signature != null) {
      SignatureVisitor classes =
          new SignatureVisitor(Opcodes.ASM9) {
            @Override
            public void visitClassType(String name) {
              names.add(name);
            }
          };
      if (descriptor.startsWith("(")) {
        new SignatureReader(signature).accept(classes);
      } else {
        new SignatureReader(signature).acceptType(classes);
      }
    }
  }

  private static void add(Set<String> names, Type type) {
    switch (type.getSort()) {
      case Type.OBJECT -> names.add(type.getInternalName());
      case Type.ARRAY -> add(names, type.getElementType());
      case Type.METHOD -> {
        for (Type parameter : type.getArgumentTypes()) {
          add(names, parameter);
        }
        add(names, type.getReturnType());
      }
      default -> {}
    }
  }
}
