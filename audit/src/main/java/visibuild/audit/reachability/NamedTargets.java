package visibuild.audit.reachability;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * The classes and methods that reached code names in a text, or reaches by a name that the code
 * does not show. In that case everything of the kind is reached.
 */
final class NamedTargets {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_$][\\w$]*(?:[./][A-Za-z_$][\\w$]*)*\\.?");

  private final Walk walk;
  private final Hierarchy hierarchy;
  private final Set<String> searched = new HashSet<>();
  private final Set<String> reasons = new LinkedHashSet<>();

  /** The first cause by which any method may run. */
  private @Nullable Cause anyMethod;

  private boolean anyClass;

  NamedTargets(Walk walk, Hierarchy hierarchy) {
    this.walk = walk;
    this.hierarchy = hierarchy;
  }

  /** Returns the causes of imprecision: reflection with an unknown target. */
  Set<String> reasons() {
    return reasons;
  }

  /**
   * Reached code holds {@code text}, which may contain names of classes or begin with a package.
   */
  void text(String text, Cause cause) {
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String name = names.group().replace('.', '/');
      ClassModel type = hierarchy.find(name);
      if (type != null) {
        walk.frameworks().makeWithMethods(type, cause.with("named in a text"));
      } else if (name.endsWith("/") && name.length() > 3) {
        for (ClassModel below : List.copyOf(hierarchy.classes())) {
          if (below.name.startsWith(name)) {
            walk.frameworks().makeWithMethods(below, cause.with("a text begins with its package"));
          }
        }
      }
      walk.libraryCall(name, "upload", cause);
    }
  }

  /** Reached code looks up methods by a name that is known. */
  void methods(Use.MethodByName use, Cause cause) {
    walk.writeAccess().named(use, cause);
    if (!searched.add(use.type() + "." + use.name())) {
      return;
    }
    Set<String> types = use.type().isEmpty() ? Set.of() : hierarchy.supertypesOf(use.type());
    for (ClassModel type : List.copyOf(hierarchy.classes())) {
      if (use.type().isEmpty() || types.contains(type.name)) {
        for (MethodModel method : List.copyOf(type.methods.values())) {
          if (method.name.equals(use.name())) {
            walk.frameworks().make(type, cause);
            walk.reach(method, cause);
          }
        }
      }
    }
  }

  /** Reached code may invoke any method of an instance, and any static one. */
  void anyMethod(String what, Cause use) {
    addReason(what, use);
    if (anyMethod != null) {
      return;
    }
    Cause cause = use.with(what);
    anyMethod = cause;
    walk.uploads(cause);
    for (ClassModel type : walk.created()) {
      for (String supertype : hierarchy.supertypesOf(type.name)) {
        ClassModel known = hierarchy.find(supertype);
        if (known != null) {
          created(known);
        }
      }
    }
    for (ClassModel type : List.copyOf(hierarchy.classes())) {
      initialized(type);
    }
  }

  /** Reached code may load any class, or leaves Java. */
  void anyClass(String what, Cause use) {
    addReason(what, use);
    if (anyClass) {
      return;
    }
    anyClass = true;
    Cause cause = use.with(what);
    walk.uploads(cause);
    for (ClassModel type : List.copyOf(hierarchy.classes())) {
      walk.frameworks().make(type, cause);
    }
  }

  /** The static methods of {@code type} can be invoked now. */
  void initialized(ClassModel type) {
    Cause cause = anyMethod;
    if (cause != null) {
      List.copyOf(type.methods.values()).stream()
          .filter(method -> method.is(Opcodes.ACC_STATIC))
          .forEach(method -> walk.reach(method, cause));
    }
  }

  /** The methods of {@code type}, the class or a supertype of an instance, can be invoked now. */
  void created(ClassModel type) {
    Cause cause = anyMethod;
    if (cause != null) {
      List.copyOf(type.methods.values()).forEach(method -> walk.reach(method, cause));
    }
  }

  private void addReason(String what, Cause cause) {
    MethodModel caller = cause.caller();
    if (caller != null) {
      reasons.add("%s %s".formatted(caller.label(), what));
    }
  }
}
