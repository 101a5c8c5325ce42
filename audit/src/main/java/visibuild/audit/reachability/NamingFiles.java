package visibuild.audit.reachability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words in files other than classes, each of which may name a class or a method for a library:
 * service files, settings, descriptions of beans, pages.
 */
final class NamingFiles {
  /** A file that names a class or a method. */
  record NamedInFile(String type, String file, boolean service) {
    /** The name of the file within its archive. */
    String shortName() {
      return file.substring(file.lastIndexOf("!/") + 2);
    }
  }

  private final NameTable names;
  private final Map<String, List<String>> files = new HashMap<>();
  private final Set<String> services = new HashSet<>();

  NamingFiles(NameTable names) {
    this.names = names;
  }

  /**
   * Adds the words of {@code content}: identifiers, and several of them with a dot or a slash
   * between, as one internal name. An expression such as {@code #{desk.open}} names a method at its
   * end, so a last part that begins as methods do is a word too.
   */
  void add(byte[] content, String file, boolean service) {
    int at = 0;
    while (at < content.length) {
      if (!isStart(content[at])) {
        // A digit in front belongs to no identifier, and what follows it begins a new one.
        at++;
        continue;
      }
      int start = at;
      int last = at;
      at = endOfPart(content, at);
      while (at + 1 < content.length && isSeparator(content[at]) && isStart(content[at + 1])) {
        last = at + 1;
        at = endOfPart(content, last);
      }
      if (at - start > 2) {
        addWord(names.internalName(content, start, at - start), file, service);
        if (last > start && !Character.isUpperCase(content[last])) {
          addWord(names.name(content, last, at - last), file, false);
        }
      }
    }
  }

  void addWord(String word, String file, boolean service) {
    List<String> naming = files.computeIfAbsent(word, key -> new ArrayList<>(1));
    if (naming.isEmpty() || !naming.get(naming.size() - 1).equals(file)) {
      naming.add(file);
    }
    if (service) {
      services.add(word);
    }
  }

  /** Returns a file that names {@code word}; one that {@code isOwn} accepts is preferred. */
  Optional<NamedInFile> naming(String word, Predicate<String> isOwn) {
    return files.getOrDefault(word, List.of()).stream()
        .min(Comparator.comparing((String file) -> !isOwn.test(file)).thenComparing(file -> file))
        .map(file -> new NamedInFile(word, file, services.contains(word)));
  }

  private static int endOfPart(byte[] content, int start) {
    int at = start;
    while (at < content.length && (isStart(content[at]) || isDigit(content[at]))) {
      at++;
    }
    return at;
  }

  private static boolean isStart(byte value) {
    return (value >= 'a' && value <= 'z')
        || (value >= 'A' && value <= 'Z')
        || value == '_'
        || value == '$';
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  private static boolean isSeparator(byte value) {
    return value == '.' || value == '/';
  }
}
