package visibuild.audit.reachability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/**
 * Walks from the entry points to every method that can run: rapid type analysis (Bacon and Sweeney,
 * 1996), breadth first, so that each method is reached by a shortest path. A virtual call reaches
 * the overriding methods of the classes that the program creates.
 */
// NONE stands for "no cause yet" and is compared by identity.
@SuppressWarnings("ReferenceEquality")
final class Walk {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_$][\\w$]*(?:[./][A-Za-z_$][\\w$]*)*\\.?");
  private static final Set<String> DESERIALIZING =
      Set.of("readObject()Ljava/lang/Object;", "readUnshared()Ljava/lang/Object;");

  private final Hierarchy hierarchy;
  private final FrameworkCalls frameworks;

  private final Map<MethodModel, Cause> reached = new LinkedHashMap<>();
  private final Deque<MethodModel> open = new ArrayDeque<>();
  private final Map<MethodModel, Cause> named = new LinkedHashMap<>();
  private final Set<ClassModel> created = new LinkedHashSet<>();
  private final Set<ClassModel> initialized = new HashSet<>();
  private final Map<String, Map<String, List<Cause>>> virtualCalls = new HashMap<>();
  private final Map<String, List<ClassModel>> createdSubtypes = new HashMap<>();
  private final Set<String> reasons = new LinkedHashSet<>();
  private final Set<String> searched = new HashSet<>();
  private final Map<String, Cause> libraryCalls = new LinkedHashMap<>();
  private final WriteAccessUse writeAccess = new WriteAccessUse();
  private Cause anyMethod = NONE;
  private boolean anyClass;

  private static final Cause NONE = Cause.entry("");

  Walk(ProgramClasses program, Hierarchy hierarchy, Map<String, String> clientOf) {
    this.hierarchy = hierarchy;
    this.frameworks = new FrameworkCalls(this, program, hierarchy, clientOf);
  }

  Map<MethodModel, Cause> reached() {
    return reached;
  }

  boolean isCreated(ClassModel type) {
    return created.contains(type);
  }

  /** Returns the causes of imprecision: reflection with an unknown target. */
  Set<String> reasons() {
    return reasons;
  }

  /** The first cause for each library method that was asked for: {@code owner.name}. */
  Map<String, Cause> libraryCalls() {
    return libraryCalls;
  }

  /** Returns what frameworks may do in this walk. */
  FrameworkCalls frameworks() {
    return frameworks;
  }

  /** Returns what the reached methods do with the right to write. */
  WriteAccessUse writeAccess() {
    return writeAccess;
  }

  /** Follows all that is reached so far, except methods that a file names. */
  void run() {
    while (!open.isEmpty()) {
      MethodModel method = open.removeFirst();
      for (Use use : method.uses) {
        follow(use, new Cause(method, use.line(), ""));
      }
    }
  }

  /**
   * Reaches the methods that a file names. A word in a file is a weak cause, often a coincidence,
   * so another path to such a method is preferred.
   */
  void runNamed() {
    run();
    while (!named.isEmpty()) {
      Map<MethodModel, Cause> next = new LinkedHashMap<>(named);
      named.clear();
      next.forEach(this::reach);
      run();
    }
  }

  void reach(MethodModel method, Cause cause) {
    if (reached.putIfAbsent(method, cause) == null) {
      open.add(method);
      initialize(method.owner, cause);
    }
  }

  /** Reaches {@code method} after all that other causes reach. */
  void reachNamed(MethodModel method, Cause cause) {
    named.putIfAbsent(method, cause);
  }

  void initialize(ClassModel type, Cause cause) {
    if (!initialized.add(type)) {
      return;
    }
    for (String name :
        List.of(
            "<clinit>()V",
            "$deserializeLambda$(Ljava/lang/invoke/SerializedLambda;)Ljava/lang/Object;")) {
      MethodModel initializer = type.methods.get(name);
      if (initializer != null) {
        reach(initializer, cause);
      }
    }
    for (String supertype : type.supertypes) {
      ClassModel known = hierarchy.find(supertype);
      if (known != null) {
        initialize(known, cause);
      }
    }
    if (anyMethod != NONE) {
      staticMethods(type, anyMethod);
    }
  }

  /** An instance of {@code type} may exist. */
  void create(ClassModel type, Cause cause) {
    if (!created.add(type)) {
      return;
    }
    initialize(type, cause);
    for (String supertype : hierarchy.supertypesOf(type.name)) {
      ClassModel known = hierarchy.find(supertype);
      if (known == null) {
        continue;
      }
      createdSubtypes.computeIfAbsent(supertype, key -> new ArrayList<>()).add(type);
      frameworks.findByName(known, cause);
      known.methods.values().stream()
          .filter(MethodModel::isVirtual)
          .forEach(method -> frameworks.mayCall(type, method, cause));
      virtualCalls
          .getOrDefault(supertype, Map.of())
          .forEach(
              (key, calls) ->
                  hierarchy
                      .resolve(type.name, key)
                      .ifPresent(target -> reach(target, calls.get(0))));
      if (anyMethod != NONE) {
        known.methods.values().forEach(method -> reach(method, anyMethod));
      }
    }
  }

  private void follow(Use use, Cause cause) {
    if (use instanceof Use.Invoke invoke) {
      invoke(invoke, cause);
    } else if (use instanceof Use.New creation) {
      ClassModel type = hierarchy.find(creation.type());
      if (type != null) {
        create(type, cause);
      }
    } else if (use instanceof Use.StaticField field) {
      ClassModel type = hierarchy.find(field.owner());
      if (type != null) {
        initialize(type, cause);
      }
      writeAccess.field(field, cause);
    } else if (use instanceof Use.ClassLiteral literal) {
      ClassModel type = hierarchy.find(literal.type());
      if (type != null) {
        frameworks.make(type, cause.with("its class is handed over"));
      }
      libraryCall(literal.type(), "upload", cause);
    } else if (use instanceof Use.Text text) {
      text(text.value(), cause);
    } else if (use instanceof Use.MethodByName named) {
      methodsNamed(named, cause.with("by its name \"" + named.name() + "\""));
    } else if (use instanceof Use.OfLibrary call) {
      if (hierarchy.find(call.owner()) == null) {
        follow(call.use(), cause);
      }
    } else if (use instanceof Use.AnyMethod any) {
      reason(any.what(), cause);
      anyMethod(cause.with(any.what()));
    } else if (use instanceof Use.AnyClass any) {
      reason(any.what(), cause);
      anyClass(cause.with(any.what()));
    }
  }

  private void invoke(Use.Invoke invoke, Cause cause) {
    String key = invoke.name() + invoke.descriptor();
    if (DESERIALIZING.contains(key)
        && hierarchy.supertypesOf(invoke.owner()).contains("java/io/ObjectInput")) {
      frameworks.deserialize(cause);
    }
    ClassModel owner = hierarchy.find(invoke.owner());
    if (owner == null) {
      libraryCall(invoke.owner(), invoke.name(), cause);
      return;
    }
    if (invoke.kind() != Use.Kind.VIRTUAL) {
      initialize(owner, cause);
    }
    hierarchy
        .resolve(owner.name, key)
        .filter(method -> !method.is(Opcodes.ACC_ABSTRACT))
        .ifPresent(method -> reach(method, cause));
    if (invoke.kind() == Use.Kind.VIRTUAL) {
      Map<String, List<Cause>> calls =
          virtualCalls.computeIfAbsent(owner.name, type -> new HashMap<>());
      if (calls.putIfAbsent(key, List.of(cause)) == null) {
        for (ClassModel subtype :
            List.copyOf(createdSubtypes.getOrDefault(owner.name, List.of()))) {
          hierarchy.resolve(subtype.name, key).ifPresent(method -> reach(method, cause));
        }
      }
    }
  }

  private void libraryCall(String owner, String name, Cause cause) {
    if (RuntimeClasses.upload(owner, name)) {
      libraryCalls.putIfAbsent("upload", cause);
    }
    writeAccess.call(owner, name, cause);
  }

  private void text(String text, Cause cause) {
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String name = names.group().replace('.', '/');
      ClassModel type = hierarchy.find(name);
      if (type != null) {
        frameworks.makeWithMethods(type, cause.with("named in a text"));
      } else if (name.endsWith("/") && name.length() > 3) {
        for (ClassModel below : List.copyOf(hierarchy.classes())) {
          if (below.name.startsWith(name)) {
            frameworks.makeWithMethods(below, cause.with("a text begins with its package"));
          }
        }
      }
      libraryCall(name, "upload", cause);
    }
  }

  private void methodsNamed(Use.MethodByName use, Cause cause) {
    writeAccess.named(use, cause);
    if (!searched.add(use.type() + "." + use.name())) {
      return;
    }
    Set<String> types = use.type().isEmpty() ? Set.of() : hierarchy.supertypesOf(use.type());
    for (ClassModel type : List.copyOf(hierarchy.classes())) {
      if (use.type().isEmpty() || types.contains(type.name)) {
        for (MethodModel method : List.copyOf(type.methods.values())) {
          if (method.name.equals(use.name())) {
            frameworks.make(type, cause);
            reach(method, cause);
          }
        }
      }
    }
  }

  private void reason(String what, Cause cause) {
    MethodModel caller = cause.caller();
    if (caller != null) {
      reasons.add("%s %s".formatted(caller.label(), what));
    }
  }

  private void anyMethod(Cause cause) {
    if (anyMethod != NONE) {
      return;
    }
    anyMethod = cause;
    libraryCalls.putIfAbsent("upload", cause);
    for (ClassModel type : List.copyOf(created)) {
      for (String supertype : hierarchy.supertypesOf(type.name)) {
        ClassModel known = hierarchy.find(supertype);
        if (known != null) {
          List.copyOf(known.methods.values()).forEach(method -> reach(method, cause));
        }
      }
    }
    for (ClassModel type : List.copyOf(hierarchy.classes())) {
      staticMethods(type, cause);
    }
  }

  private void staticMethods(ClassModel type, Cause cause) {
    List.copyOf(type.methods.values()).stream()
        .filter(method -> method.is(Opcodes.ACC_STATIC))
        .forEach(method -> reach(method, cause));
  }

  private void anyClass(Cause cause) {
    if (!anyClass) {
      anyClass = true;
      libraryCalls.putIfAbsent("upload", cause);
      for (ClassModel type : List.copyOf(hierarchy.classes())) {
        frameworks.make(type, cause);
      }
    }
  }
}
