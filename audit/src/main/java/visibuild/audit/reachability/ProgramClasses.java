package visibuild.audit.reachability;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The class files and texts of a program, and the choice of the classes to analyse.
 *
 * <p>A class is analysed if it refers to a client, the runtime's accesses or uploads, directly or
 * through other classes, or if it lies in an archive (in an archive of many libraries: in a
 * package) beside such a class. All other classes cannot invoke a client except by overriding,
 * annotation or reflection, which {@link EntryPoints} covers.
 */
public final class ProgramClasses {
  /** Files that name classes for build tools only, or never name one. */
  private static final Pattern IGNORED =
      Pattern.compile(
          "(.*/)?META-INF/(visibuild|native-image|proguard|com\\.android\\.tools|maven)/.*"
              + "|.*\\.(png|jpe?g|gif|ico|ttf|woff2?|so|dll|dylib|pdf|kotlin_module|idx|md|js|css)");

  private static final Pattern WORD =
      Pattern.compile("[A-Za-z_$][\\w$]*(?:[./][A-Za-z_$][\\w$]*)*");

  /** A manifest breaks a line after 72 bytes, also within the name of a class. */
  private static final Pattern CONTINUATION = Pattern.compile("(\\r\\n|\\r|\\n) ");

  private static final Pattern CLASSES = Pattern.compile("(.*(?:BOOT|WEB)-INF/classes/).*");

  // Never compared, and too large to copy.
  @SuppressWarnings("ArrayRecordComponent")
  private record ClassFile(ClassSummary summary, byte[] content, String unit) {}

  /** A text outside of classes that names a class: the class, and the file that names it. */
  record NamedInFile(String type, String file, boolean service) {
    /** The name of the file within its archive. */
    String shortName() {
      return file.substring(file.lastIndexOf("!/") + 2);
    }
  }

  private final Map<String, List<ClassFile>> files = new LinkedHashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Set<String> services = new HashSet<>();
  private final Set<String> launched = new HashSet<>();
  private final Set<String> fatUnits = new HashSet<>();
  private final OwnArchive own = new OwnArchive();
  private final Set<String> unreadable = new TreeSet<>();
  private boolean webApplication;
  private boolean beanArchive;

  /** Creates an empty collection. */
  public ProgramClasses() {}

  /** Returns whether a file with this name affects the analysis. */
  public static boolean isOfInterest(String name) {
    return !IGNORED
        .matcher(name.toLowerCase(Locale.ROOT).replace("meta-inf", "META-INF"))
        .matches();
  }

  /** Adds the content of a file, a class or a text, of the archive or folder {@code origin}. */
  public void add(String name, String origin, byte[] content) {
    Matcher below = CLASSES.matcher(name);
    String unit = below.matches() ? origin + "!/" + below.group(1) : origin;
    webApplication |= name.startsWith("WEB-INF/");
    beanArchive |= name.endsWith("META-INF/beans.xml") || name.equals("WEB-INF/beans.xml");
    own.saw(origin, unit);
    if (name.endsWith("module-info.class")) {
      ModuleProviders.of(content).forEach(type -> addWord(type, origin + "!/" + name, true));
    } else if (name.endsWith(".class")) {
      ConstantPool.summaryOf(content)
          .ifPresentOrElse(
              summary -> addClass(new ClassFile(summary, content, unit)),
              () -> {
                if (ConstantPool.isClassFile(content)) {
                  unreadable.add(origin + "!/" + name);
                }
              });
    } else {
      addText(name, origin, content);
    }
  }

  private void addClass(ClassFile file) {
    String name = file.summary().name();
    if (name.equals("visibuild/Visibuild")) {
      fatUnits.add(file.unit());
    }
    files.computeIfAbsent(name, key -> new ArrayList<>()).add(file);
  }

  private void addText(String name, String origin, byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (name.endsWith("META-INF/MANIFEST.MF")) {
      text = CONTINUATION.matcher(text).replaceAll("");
    }
    boolean service = name.contains("META-INF/services/");
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (word.end() - word.start() > 2) {
        String type = word.group().replace('.', '/');
        addWord(type, origin + "!/" + name, service);
        // An expression such as #{desk.open} names a method at its end.
        int last = type.lastIndexOf('/') + 1;
        if (last > 0 && last < type.length() && !Character.isUpperCase(type.charAt(last))) {
          addWord(type.substring(last), origin + "!/" + name, false);
        }
      }
    }
    if (name.endsWith("META-INF/MANIFEST.MF")) {
      Matcher main = Pattern.compile("(?m)^(Main|Start)-Class: *(\\S+)").matcher(text);
      while (main.find()) {
        String type = main.group(2).replace('.', '/');
        launched.add(type);
        own.starts(origin, main.group(1), type);
      }
    }
  }

  private void addWord(String word, String file, boolean service) {
    words.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(file);
    if (service) {
      services.add(word);
    }
  }

  /** Returns the class files that are damaged, or of a form that is not known. */
  Set<String> unreadable() {
    return unreadable;
  }

  /** Returns whether there is a class {@code name}. */
  boolean has(String name) {
    return files.containsKey(name);
  }

  /** Returns whether the program is a web application, which a server starts. */
  boolean isWebApplication() {
    return webApplication;
  }

  /** Returns whether a container can inject classes that have no annotation. */
  boolean isBeanArchive() {
    return beanArchive;
  }

  /** Returns whether a manifest names {@code type} as the main class. */
  boolean isLaunched(String type) {
    return launched.contains(type);
  }

  /**
   * Returns whether {@code type} belongs to the program rather than to a library: it lies in the
   * archive that was added first, or shares the package of its main class. In an archive that holds
   * libraries as well, the package alone decides.
   */
  boolean isOwn(ClassModel type) {
    return own.holds(type, fatUnits);
  }

  /** Returns the file that names the class or method {@code word}; empty if there is none. */
  Optional<NamedInFile> named(String word) {
    return words.getOrDefault(word, Set.of()).stream()
        .min(
            Comparator.comparing((String file) -> !own.holdsFile(file)).thenComparing(file -> file))
        .map(file -> new NamedInFile(word, file, services.contains(word)));
  }

  /** The texts in the constants of classes that are not {@code analysed}, by class. */
  Map<String, String> namesInLibraries(Set<String> analysed) {
    Map<String, String> names = new HashMap<>();
    for (List<ClassFile> versions : files.values()) {
      for (ClassFile file : versions) {
        String name = file.summary().name();
        if (!analysed.contains(name)) {
          file.summary().texts().stream()
              .filter(analysed::contains)
              .forEach(text -> names.put(text, name));
        }
      }
    }
    return names;
  }

  /** The classes that invoke {@code implement} of an access, and the access's class. */
  Map<String, String> implementers() {
    Map<String, String> found = new LinkedHashMap<>();
    for (List<ClassFile> versions : files.values()) {
      for (ClassFile file : versions) {
        if (!file.summary().implementsCalls().isEmpty()) {
          found.put(file.summary().name(), file.summary().implementsCalls());
        }
      }
    }
    return found;
  }

  /** A class file, and the archive or folder that holds it. */
  public record Place(String file, String origin) {}

  /** Returns the first class, by name, that refers to the runtime's uploads. */
  public Optional<Place> upload() {
    return files.values().stream()
        .flatMap(List::stream)
        .filter(file -> !RuntimeClasses.contain(file.summary().name()))
        .filter(file -> file.summary().references().stream().anyMatch(RuntimeClasses::isForUploads))
        .min(Comparator.comparing(file -> file.summary().name()))
        .map(file -> new Place(file.summary().name() + ".class", file.unit()));
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
        packages.add(rootPackage(name));
      }
    }
    launched.forEach(main -> packages.add(rootPackage(main)));
    for (Map.Entry<String, List<ClassFile>> entry : files.entrySet()) {
      for (ClassFile file : entry.getValue()) {
        boolean beside =
            fatUnits.contains(file.unit())
                ? packages.contains(rootPackage(entry.getKey()))
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

  /** The library for bytecode has no exception of its own for a damaged class. */
  private void read(ClassFile file, ClassModel model, BiConsumer<byte[], ClassModel> parser) {
    try {
      parser.accept(file.content(), model);
    } catch (RuntimeException damaged) {
      unreadable.add(file.unit() + "!/" + file.summary().name() + ".class");
    }
  }

  /** The first two parts of a package, which is as much as one owner's classes share. */
  static String rootPackage(String name) {
    int first = name.indexOf('/');
    int second = first < 0 ? -1 : name.indexOf('/', first + 1);
    return second < 0 ? name.substring(0, Math.max(0, first)) : name.substring(0, second);
  }
}
