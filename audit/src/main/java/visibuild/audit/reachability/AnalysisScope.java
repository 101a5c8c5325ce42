package visibuild.audit.reachability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The choice of the classes to analyse, and the reading of them.
 *
 * <p>A class is analysed if it refers to a client, the runtime's accesses or uploads, directly or
 * through other classes, or if it lies in an archive (in an archive of many libraries: in a
 * package) beside such a class. All other classes cannot invoke a client except by overriding,
 * annotation or reflection, which {@link EntryPoints} covers.
 */
final class AnalysisScope {
  private final Map<String, List<ClassFile>> files;
  private final Set<String> fatUnits;
  private final Set<String> launched;
  private final Set<String> unreadable;

  /**
   * Creates a scope.
   *
   * @param files the versions of each class, by its internal name
   * @param fatUnits the archives that hold libraries as well
   * @param launched the main classes that manifests name
   * @param unreadable receives the class files that cannot be read
   */
  AnalysisScope(
      Map<String, List<ClassFile>> files,
      Set<String> fatUnits,
      Set<String> launched,
      Set<String> unreadable) {
    this.files = files;
    this.fatUnits = fatUnits;
    this.launched = launched;
    this.unreadable = unreadable;
  }

  /** Chooses the classes to analyse, given the internal names that stand for Visibuild. */
  Hierarchy analyse(Collection<String> seeds) {
    Map<String, List<String>> referrers = referrers();
    Set<String> chosen =
        closure(Stream.concat(seeds.stream(), RuntimeClasses.ROOTS.stream()), referrers);
    Set<String> units = new HashSet<>();
    Set<String> packages = new HashSet<>();
    for (String name : chosen) {
      for (ClassFile file : files.getOrDefault(name, List.of())) {
        units.add(file.unit());
        packages.add(ProgramClasses.rootPackage(name));
      }
    }
    launched.forEach(main -> packages.add(ProgramClasses.rootPackage(main)));
    for (Map.Entry<String, List<ClassFile>> entry : files.entrySet()) {
      for (ClassFile file : entry.getValue()) {
        boolean beside =
            fatUnits.contains(file.unit())
                ? packages.contains(ProgramClasses.rootPackage(entry.getKey()))
                : units.contains(file.unit());
        if (beside && !RuntimeClasses.contain(entry.getKey())) {
          chosen.add(entry.getKey());
        }
      }
    }
    chosen.addAll(closure(chosen.stream(), referrers));
    return parse(chosen);
  }

  private Map<String, List<String>> referrers() {
    Map<String, List<String>> referrers = new HashMap<>();
    for (Map.Entry<String, List<ClassFile>> entry : files.entrySet()) {
      if (RuntimeClasses.contain(entry.getKey())) {
        continue;
      }
      for (ClassFile file : entry.getValue()) {
        for (String reference : file.summary().references()) {
          if (files.containsKey(reference) || RuntimeClasses.contain(reference)) {
            referrers.computeIfAbsent(reference, key -> new ArrayList<>(2)).add(entry.getKey());
          }
        }
      }
    }
    return referrers;
  }

  private Set<String> closure(Stream<String> seeds, Map<String, List<String>> referrers) {
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(seeds.toList());
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      if (all.add(next)) {
        open.addAll(referrers.getOrDefault(next, List.of()));
      }
    }
    all.removeIf(RuntimeClasses::contain);
    all.retainAll(files.keySet());
    return all;
  }

  private Hierarchy parse(Set<String> chosen) {
    Map<String, ClassModel> analysed = new LinkedHashMap<>();
    Map<String, ClassModel> libraries = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (String name : chosen.stream().sorted().toList()) {
      List<ClassFile> versions = Objects.requireNonNull(files.get(name));
      ClassModel model = new ClassModel(name, versions.get(0).unit());
      versions.forEach(file -> read(file, model, ClassParser::parseCode));
      analysed.put(name, model);
      open.addAll(model.supertypes);
    }
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      if (files.containsKey(name) && !analysed.containsKey(name) && !libraries.containsKey(name)) {
        ClassModel model = new ClassModel(name, "");
        files.get(name).forEach(file -> read(file, model, ClassHeader::parse));
        libraries.put(name, model);
        open.addAll(model.supertypes);
      }
    }
    return new Hierarchy(analysed, libraries);
  }

  /** The library for bytecode has no special exception for a damaged class. */
  private void read(ClassFile file, ClassModel model, BiConsumer<byte[], ClassModel> parser) {
    try {
      parser.accept(file.content(), model);
    } catch (RuntimeException damaged) {
      unreadable.add(ProgramClasses.placeOf(file.unit(), file.summary().name() + ".class"));
    }
  }
}
