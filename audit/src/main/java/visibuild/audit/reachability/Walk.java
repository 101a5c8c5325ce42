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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * Walks from the entry points to every method that can run: rapid type analysis (Bacon and Sweeney,
 * 1996), breadth first, so that each method is reached by a shortest path. A virtual call reaches
 * the overriding methods of the classes that the program creates.
 */
final class Walk {
  private static final Set<String> DESERIALIZING =
      Set.of("readObject()Ljava/lang/Object;", "readUnshared()Ljava/lang/Object;");

  private final Hierarchy hierarchy;
  private final FrameworkCalls frameworks;
  private final NamedTargets names;

  private final Map<MethodModel, Cause> reached = new LinkedHashMap<>();
  private final Deque<MethodModel> open = new ArrayDeque<>();
  private final Map<MethodModel, Cause> named = new LinkedHashMap<>();
  private final Set<ClassModel> created = new LinkedHashSet<>();
  private final Set<ClassModel> initialized = new HashSet<>();
  private final Map<String, Map<String, List<Cause>>> virtualCalls = new HashMap<>();
  private final Map<String, List<ClassModel>> createdSubtypes = new HashMap<>();
  private final WriteAccessUse writeAccess = new WriteAccessUse();
  private @Nullable Cause upload;

  Walk(ProgramClasses program, Hierarchy hierarchy, Map<String, String> clientOf) {
    this.hierarchy = hierarchy;
    this.frameworks = new FrameworkCalls(this, program, hierarchy, clientOf);
    this.names = new NamedTargets(this, hierarchy);
  }

  Map<MethodModel, Cause> reached() {
    return reached;
  }

  /** Returns the classes of which an instance may exist so far. */
  List<ClassModel> created() {
    return List.copyOf(created);
  }

  boolean isCreated(ClassModel type) {
    return created.contains(type);
  }

  /** Returns the causes of imprecision: reflection with an unknown target. */
  Set<String> reasons() {
    return names.reasons();
  }

  /** Returns the first cause of an upload, which the runtime makes; empty if there is none. */
  Optional<Cause> upload() {
    return Optional.ofNullable(upload);
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
    names.initialized(type);
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
      names.created(known);
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
      names.text(text.value(), cause);
    } else if (use instanceof Use.MethodByName named) {
      names.methods(named, cause.with("by its name \"" + named.name() + "\""));
    } else if (use instanceof Use.OfLibrary call) {
      if (hierarchy.find(call.owner()) == null) {
        follow(call.use(), cause);
      }
    } else if (use instanceof Use.AnyMethod any) {
      names.anyMethod(any.what(), cause);
    } else if (use instanceof Use.AnyClass any) {
      names.anyClass(any.what(), cause);
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

  /** Reached code may upload a file. */
  void uploads(Cause cause) {
    upload = upload == null ? cause : upload;
  }

  /** Reached code invokes {@code owner}.{@code name}, which is no method of the program. */
  void libraryCall(String owner, String name, Cause cause) {
    if (RuntimeClasses.upload(owner, name)) {
      uploads(cause);
    }
    writeAccess.call(owner, name, cause);
  }
}
