package visibuild.audit.reachability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the service providers of a {@code module-info.class}. */
final class ModuleProviders {
  private ModuleProviders() {}

  /** Returns the internal names of the providers; none if the file cannot be read. */
  static List<String> of(byte[] file) {
    List<String> providers = new ArrayList<>();
    try {
      ClassParser.reader(file)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public ModuleVisitor visitModule(
                    String name, int access, @Nullable String version) {
                  return new ModuleVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitProvide(String service, String... classes) {
                      providers.addAll(Arrays.asList(classes));
                    }
                  };
                }
              },
              ClassReader.SKIP_CODE);
    } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
      // The JDK cannot read such a file either, and the program does not start as a module.
      return List.of();
    }
    return providers;
  }
}
