package visibuild.audit.reachability;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/**
 * The ways in which frameworks and other libraries create the program's classes and call their
 * methods. Their code is not analysed.
 */
final class FrameworkCalls {
  private static final Pattern PROPERTY =
      Pattern.compile("(get|is|set)\\P{Lower}.*|close|shutdown");

  private final Walk walk;
  private final ProgramClasses program;
  private final Hierarchy hierarchy;

  /** The client class of each interface with {@code @VisibuildApi}. */
  private final Map<String, String> clientOf;

  private final Set<ClassModel> made = new HashSet<>();
  private final Deque<Runnable> makings = new ArrayDeque<>();
  private boolean isMaking;
  private final Set<String> injected = new HashSet<>();

  FrameworkCalls(
      Walk walk, ProgramClasses program, Hierarchy hierarchy, Map<String, String> clientOf) {
    this.walk = walk;
    this.program = program;
    this.hierarchy = hierarchy;
    this.clientOf = clientOf;
  }

  /** A library may find methods of {@code type}, an instance of which may exist, by their names. */
  void findByName(ClassModel type, Cause cause) {
    for (MethodModel method : List.copyOf(type.methods.values())) {
      FoundByName.callerOf(method, hierarchy)
          .ifPresent(caller -> walk.reach(method, cause.with("may be called by " + caller)));
    }
  }

  /** A library may call {@code method} of {@code type}, an instance of which exists. */
  void mayCall(ClassModel type, MethodModel method, Cause cause) {
    if (PROPERTY.matcher(method.name).matches() && method.is(Opcodes.ACC_PUBLIC)) {
      hierarchy
          .resolve(type.name, method.key())
          .ifPresent(target -> walk.reach(target, cause.with("may be called as a property")));
      return;
    }
    hierarchy
        .libraryTypeCalling(type, method)
        .ifPresent(
            caller ->
                hierarchy
                    .resolve(type.name, method.key())
                    .ifPresent(target -> walk.reach(target, cause.with("called as a " + caller))));
    String note =
        !method.annotation.isEmpty()
            ? "found by its annotation"
            : FoundByName.isRemote(type, method, hierarchy)
                ? "may be called from another process"
                : "";
    if (!note.isEmpty()) {
      hierarchy
          .resolve(type.name, method.key())
          .ifPresent(target -> walk.reach(target, cause.with(note)));
    }
  }

  /**
   * A framework may create {@code type}, and fill and call it as frameworks do. One class after the
   * other, since a long chain of fields would exceed the stack.
   */
  void make(ClassModel type, Cause cause) {
    if (!made.add(type)) {
      return;
    }
    makings.add(() -> makeNow(type, cause));
    if (!isMaking) {
      isMaking = true;
      while (!makings.isEmpty()) {
        makings.removeFirst().run();
      }
      isMaking = false;
    }
  }

  private void makeNow(ClassModel type, Cause cause) {
    walk.initialize(type, cause);
    String client = clientOf.get(type.name);
    ClassModel implementation = client == null ? null : hierarchy.find(client);
    if (implementation != null) {
      make(implementation, cause);
    }
    if (type.isConcrete()) {
      walk.create(type, cause);
    }
    Set<String> types = new LinkedHashSet<>(type.fieldTypes);
    for (MethodModel method : List.copyOf(type.methods.values())) {
      if (method.isConstructor()
          || !method.annotation.isEmpty()
          || method.name.equals("provider")) {
        types.addAll(method.types);
        walk.reach(method, cause);
      } else if (program.named(method.name).isPresent() && !method.is(Opcodes.ACC_PRIVATE)) {
        walk.reachNamed(method, cause.with("its name stands in " + fileNaming(method.name)));
      }
    }
    walk.writeAccess().injected(types, cause);
    for (String needed : types) {
      ClassModel known = hierarchy.find(needed);
      if (known != null && (known.isConcrete() || clientOf.containsKey(needed))) {
        make(known, cause);
      } else if (program.isBeanArchive() && injected.add(needed)) {
        beans(needed, cause.with("may be injected as a " + ClassSummary.binaryName(needed)));
      }
    }
  }

  /** A container for contexts and dependency injection creates classes without an annotation. */
  private void beans(String needed, Cause cause) {
    if (needed.equals("java/lang/Object")) {
      return;
    }
    for (ClassModel type : List.copyOf(hierarchy.classes())) {
      if (type.isConcrete() && hierarchy.supertypesOf(type.name).contains(needed)) {
        make(type, cause);
      }
    }
  }

  /** An object stream creates each class that it can read. */
  void deserialize(Cause cause) {
    for (ClassModel type : List.copyOf(hierarchy.classes())) {
      if (type.isConcrete() && hierarchy.supertypesOf(type.name).contains("java/io/Serializable")) {
        walk.create(type, cause.with("may be deserialized"));
      }
    }
  }

  private String fileNaming(String word) {
    return program.named(word).map(NamingFiles.NamedInFile::shortName).orElse("");
  }

  /** Every method of {@code type} may run. */
  void makeWithMethods(ClassModel type, Cause cause) {
    make(type, cause);
    List.copyOf(type.methods.values()).forEach(method -> walk.reach(method, cause));
  }
}
