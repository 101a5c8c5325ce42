package visibuild.audit.reachability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;

/**
 * Finds the methods and classes that something outside of the analysed code can start: {@code
 * main}, annotations, library supertypes, service files and other texts that name a class.
 */
final class EntryPoints {
  /** Libraries that never look for implementations of their types. */
  private static final List<String> PASSIVE =
      List.of(
          "okhttp3/",
          "retrofit2/",
          "okio/",
          "com/fasterxml/jackson/",
          "org/slf4j/",
          "kotlin/",
          "kotlinx/",
          "scala/",
          "visibuild/",
          "reactor/",
          "io/reactivex/",
          "org/reactivestreams/",
          "org/jspecify/",
          "com/google/common/");

  private final ProgramClasses program;
  private final Hierarchy hierarchy;
  private final Walk walk;

  EntryPoints(ProgramClasses program, Hierarchy hierarchy, Walk walk) {
    this.program = program;
    this.hierarchy = hierarchy;
    this.walk = walk;
  }

  /**
   * Walks from all entry points. The program's classes come before its libraries, {@code main}
   * first, and names in files last: a method keeps the path by which it is first reached, and a
   * reader knows the program. The order has no effect on which methods are reached.
   */
  void walk() {
    Set<String> names =
        hierarchy.classes().stream().map(model -> model.name).collect(Collectors.toSet());
    Map<String, String> namedInLibraries = program.namesInLibraries(names);
    boolean launched =
        program.isWebApplication() || hierarchy.classes().stream().anyMatch(this::isLaunched);
    Map<Boolean, List<ClassModel>> parts =
        hierarchy.classes().stream().collect(Collectors.partitioningBy(program::isOwn));
    for (boolean own : List.of(true, false)) {
      List<ClassModel> part = parts.getOrDefault(own, List.of());
      part.forEach(this::mains);
      walk.run();
      for (ClassModel model : part) {
        annotated(model);
        libraryType(model);
        service(model);
        if (!launched) {
          publicApi(model);
        }
      }
      walk.run();
      part.forEach(model -> namedInText(model, namedInLibraries));
      walk.runNamed();
    }
  }

  private boolean isLaunched(ClassModel model) {
    return model.methods.values().stream()
        .filter(EntryPoints::isMain)
        .anyMatch(
            method ->
                method.is(Opcodes.ACC_STATIC)
                    ? method.descriptor.startsWith("([") && method.is(Opcodes.ACC_PUBLIC)
                    : program.isLaunched(model.name));
  }

  private static boolean isMain(MethodModel method) {
    return method.name.equals("main")
        && !method.is(Opcodes.ACC_PRIVATE)
        && (method.descriptor.equals("()V") || method.descriptor.equals("([Ljava/lang/String;)V"));
  }

  private void mains(ClassModel model) {
    for (MethodModel method : model.methods.values()) {
      if (isMain(method)) {
        if (method.is(Opcodes.ACC_STATIC)) {
          walk.reach(method, Cause.entry(""));
        } else if (program.isLaunched(model.name)) {
          walk.frameworks().make(model, Cause.entry("started by the JDK"));
          walk.reach(method, Cause.entry("started by the JDK"));
        }
      }
    }
  }

  private void annotated(ClassModel model) {
    String annotation = model.annotations.stream().findFirst().orElse("");
    for (MethodModel method : model.methods.values()) {
      annotation = annotation.isEmpty() ? method.annotation : annotation;
    }
    if (!annotation.isEmpty()) {
      walk.frameworks()
          .make(model, Cause.entry("found by its annotation @" + simpleName(annotation)));
    }
  }

  /** Adds a concrete class with an empty constructor: a container's settings may name it. */
  private void libraryType(ClassModel model) {
    MethodModel constructor = model.methods.get("<init>()V");
    if (!model.isConcrete() || constructor == null || constructor.is(Opcodes.ACC_PRIVATE)) {
      return;
    }
    hierarchy.supertypesOf(model.name).stream()
        .filter(type -> hierarchy.find(type) == null)
        .filter(type -> PASSIVE.stream().noneMatch(type::startsWith))
        .filter(type -> !hierarchy.isPlatform(type))
        .findFirst()
        .ifPresent(
            type ->
                walk.frameworks()
                    .make(
                        model,
                        Cause.entry(
                            "may be created by a container, as a "
                                + ClassSummary.binaryName(type))));
  }

  private void service(ClassModel model) {
    fileNaming(model)
        .filter(NamingFiles.NamedInFile::service)
        .ifPresent(
            file -> walk.frameworks().make(model, Cause.entry("named in " + file.shortName())));
  }

  private void namedInText(ClassModel model, Map<String, String> namedInLibraries) {
    fileNaming(model)
        .filter(file -> !file.service())
        .ifPresent(
            file ->
                walk.frameworks()
                    .makeWithMethods(model, Cause.entry("named in " + file.shortName())));
    if (namedInLibraries.containsKey(model.name)) {
      walk.frameworks()
          .makeWithMethods(
              model,
              Cause.entry("named in " + ClassSummary.binaryName(namedInLibraries.get(model.name))));
    }
  }

  /** The file that names {@code model}; a manifest that names its main class does not count. */
  private Optional<NamingFiles.NamedInFile> fileNaming(ClassModel model) {
    return program.named(model.name).filter(file -> !program.isLaunched(model.name));
  }

  /** Adds public methods of a program without a main class: it is a library that others call. */
  private void publicApi(ClassModel model) {
    if (!model.is(Opcodes.ACC_PUBLIC)) {
      return;
    }
    Cause cause = Cause.entry("public in a library, since no class with main was found");
    walk.frameworks().make(model, cause);
    for (MethodModel method : model.methods.values()) {
      if (method.is(Opcodes.ACC_PUBLIC) || method.is(Opcodes.ACC_PROTECTED)) {
        walk.reach(method, cause);
      }
    }
  }

  private static String simpleName(String descriptor) {
    return descriptor.substring(descriptor.lastIndexOf('/') + 1, descriptor.length() - 1);
  }
}
