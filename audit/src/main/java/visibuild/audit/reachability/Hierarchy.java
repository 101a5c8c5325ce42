package visibuild.audit.reachability;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** The analysed classes with their supertypes, those of libraries and of the JDK included. */
final class Hierarchy {
  /** The platform's classes, read from the JDK that runs the analysis. */
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Map<String, ClassModel> analysed;
  private final Map<String, ClassModel> libraries;
  private final Map<String, Optional<ClassModel>> platform = new HashMap<>();
  private final Map<String, Set<String>> supertypes = new HashMap<>();

  Hierarchy(Map<String, ClassModel> analysed, Map<String, ClassModel> libraries) {
    this.analysed = analysed;
    this.libraries = libraries;
  }

  Collection<ClassModel> classes() {
    return analysed.values();
  }

  /** The analysed class {@code name}, or null if it is none. */
  @Nullable ClassModel find(String name) {
    return analysed.get(name);
  }

  /** All supertypes of {@code type}, itself first. */
  Set<String> supertypesOf(String type) {
    return supertypes.computeIfAbsent(type, this::collectSupertypes);
  }

  private Set<String> collectSupertypes(String type) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(type));
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      if (all.add(next)) {
        header(next).ifPresent(known -> open.addAll(known.supertypes));
      }
    }
    return all;
  }

  /** The library type that declares {@code method}, which {@code created} therefore overrides. */
  Optional<String> libraryTypeCalling(ClassModel created, MethodModel method) {
    for (String type : supertypesOf(created.name)) {
      if (analysed.containsKey(type)) {
        continue;
      }
      Optional<ClassModel> header = header(type);
      boolean declares =
          header.isEmpty()
              || Optional.ofNullable(header.get().methods.get(method.key()))
                  .filter(MethodModel::isVirtual)
                  .isPresent();
      if (declares) {
        return Optional.of(ClassSummary.binaryName(type));
      }
    }
    return Optional.empty();
  }

  /** Returns whether {@code type} belongs to the JDK. */
  boolean isPlatform(String type) {
    return platformClass(type).isPresent();
  }

  /** The analysed method that an invocation of {@code key} on a {@code type} runs. */
  Optional<MethodModel> resolve(String type, String key) {
    for (ClassModel at = analysed.get(type); at != null; at = analysed.get(at.superclass)) {
      MethodModel method = at.methods.get(key);
      if (method != null) {
        return Optional.of(method);
      }
    }
    Optional<MethodModel> inherited = Optional.empty();
    for (String supertype : supertypesOf(type)) {
      ClassModel known = analysed.get(supertype);
      MethodModel method = known == null ? null : known.methods.get(key);
      if (method != null && (inherited.isEmpty() || !method.is(Opcodes.ACC_ABSTRACT))) {
        boolean more =
            inherited.isEmpty()
                || inherited.get().is(Opcodes.ACC_ABSTRACT)
                || supertypesOf(supertype).contains(inherited.get().owner.name);
        inherited = more ? Optional.of(method) : inherited;
      }
    }
    return inherited;
  }

  private Optional<ClassModel> header(String type) {
    ClassModel known = analysed.getOrDefault(type, libraries.get(type));
    return known == null ? platformClass(type) : Optional.of(known);
  }

  private Optional<ClassModel> platformClass(String type) {
    return platform.computeIfAbsent(type, Hierarchy::readPlatformClass);
  }

  private static Optional<ClassModel> readPlatformClass(String type) {
    try (InputStream content = PLATFORM.getResourceAsStream(type + ".class")) {
      if (content == null) {
        return Optional.empty();
      }
      ClassModel model = new ClassModel(type, "");
      ClassHeader.parse(content.readAllBytes(), model);
      return Optional.of(model);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
