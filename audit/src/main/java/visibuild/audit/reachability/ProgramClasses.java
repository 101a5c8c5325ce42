package visibuild.audit.reachability;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The class files and texts of a program. {@link AnalysisScope} chooses the classes to analyse. */
public final class ProgramClasses {
  /** Files that name classes for build tools only, or never name one. */
  private static final Pattern IGNORED =
      Pattern.compile(
          "(.*/)?META-INF/(visibuild|native-image|proguard|com\\.android\\.tools|maven)/.*"
              + "|.*\\.(png|jpe?g|gif|ico|ttf|woff2?|so|dll|dylib|pdf|kotlin_module|idx|md|js|css)");

  /** A manifest breaks a line after 72 bytes, also within the name of a class. */
  private static final Pattern CONTINUATION = Pattern.compile("(\\r\\n|\\r|\\n) ");

  private static final Pattern MAIN = Pattern.compile("(?m)^(Main|Start)-Class: *(\\S+)");

  private static final Pattern CLASSES = Pattern.compile("(.*(?:BOOT|WEB)-INF/classes/).*");

  private final Map<String, List<ClassFile>> files = new LinkedHashMap<>();
  private final NameTable names = new NameTable();
  private final NamingFiles texts = new NamingFiles(names);
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
      ModuleProviders.of(content).forEach(type -> texts.addWord(type, origin + "!/" + name, true));
    } else if (name.endsWith(".class")) {
      ConstantPool.summaryOf(content, names)
          .ifPresentOrElse(
              summary -> addClass(new ClassFile(summary, content, unit)),
              () -> {
                if (ConstantPool.isClassFile(content)) {
                  unreadable.add(placeOf(origin, name));
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
    String file = origin + "!/" + name;
    if (!name.endsWith("META-INF/MANIFEST.MF")) {
      texts.add(content, file, name.contains("META-INF/services/"));
      return;
    }
    String text =
        CONTINUATION.matcher(new String(content, StandardCharsets.ISO_8859_1)).replaceAll("");
    texts.add(text.getBytes(StandardCharsets.ISO_8859_1), file, false);
    Matcher main = MAIN.matcher(text);
    while (main.find()) {
      String type = main.group(2).replace('.', '/');
      launched.add(type);
      own.starts(origin, main.group(1), type);
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
  Optional<NamingFiles.NamedInFile> named(String word) {
    return texts.naming(word, own::holdsFile);
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
    return new AnalysisScope(files, fatUnits, launched, unreadable).analyse(seeds);
  }

  /**
   * Returns the place of the file {@code name} in reports, without the folders of this machine
   * around the archive or folder.
   *
   * @param unit an archive, a folder, or a folder within one of them, which ends with a slash
   */
  static String placeOf(String unit, String name) {
    int inner = unit.indexOf("!/");
    String within = inner < 0 ? "" : unit.substring(inner);
    String outer =
        (inner < 0 ? unit : unit.substring(0, inner)).replace('\\', '/').replaceFirst("/+$", "");
    String last = outer.isEmpty() ? "/" : outer.substring(outer.lastIndexOf('/') + 1);
    String holder = last + within;
    return holder + (holder.endsWith("/") ? "" : "!/") + name;
  }

  /** The first two parts of a package, which is as much as one owner's classes share. */
  static String rootPackage(String name) {
    int first = name.indexOf('/');
    int second = first < 0 ? -1 : name.indexOf('/', first + 1);
    return second < 0 ? name.substring(0, Math.max(0, first)) : name.substring(0, second);
  }
}
