package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeVariableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides by which names one source file calls classes: by their simple names with an import, or by
 * their qualified names where a simple name would mean something else.
 *
 * <p>Of two classes with the same simple name, the file imports the one that it names first. A
 * class of the file's own package, which needs no import, has precedence over both.
 */
final class ClassNames {
  private static final String JAVA_LANG = "java.lang.";

  private final ClassName written;
  private final Set<String> nested;
  private final Set<String> hidden;
  private final boolean ownPackageHidden;
  private final Map<String, String> imports = new HashMap<>();
  private final Set<String> ownPackage = new HashSet<>();
  private final Set<String> typeVariables = new HashSet<>();
  private boolean inside;

  /**
   * Makes the names of a file.
   *
   * @param written the class in the file
   * @param nested the simple names of its nested classes
   * @param hidden simple names that have another meaning inside the class, such as a constant's
   * @param ownPackageHidden whether some simple names of the own package have another meaning, so
   *     that the file must import or qualify all of them
   */
  ClassNames(ClassName written, Set<String> nested, Set<String> hidden, boolean ownPackageHidden) {
    this.written = written;
    this.nested = nested;
    this.hidden = hidden;
    this.ownPackageHidden = ownPackageHidden;
  }

  /** Begins the body of the class, where the names of nested classes hide others. */
  void enterBody() {
    inside = true;
  }

  /** Begins the part of a method where its type variables hide classes. */
  void declare(List<TypeVariableName> variables) {
    for (TypeVariableName variable : variables) {
      typeVariables.add(variable.name());
    }
  }

  /** Ends the part of a method where its type variables hide classes. */
  void forgetTypeVariables() {
    typeVariables.clear();
  }

  /**
   * Returns the name of {@code type} at the current place, or null if it depends on the rest of the
   * file; then {@link #finalNameOf} returns it.
   */
  @Nullable String nameOf(ClassName type) {
    String first = outermost(type).simpleName();
    if (typeVariables.contains(first)) {
      return type.canonicalName();
    }
    boolean own = !ownPackageHidden && type.packageName().equals(written.packageName());
    if (inside && own && isNested(type)) {
      return type.simpleName();
    }
    if (first.equals(written.simpleName())) {
      return own ? simpleNameOf(type) : type.canonicalName();
    }
    if (inside && nested.contains(first)) {
      return type.canonicalName();
    }
    if (own) {
      ownPackage.add(first);
      return simpleNameOf(type);
    }
    if (type.packageName().isEmpty() || hidden.contains(first)) {
      return type.canonicalName();
    }
    imports.putIfAbsent(first, outermost(type).canonicalName());
    return null;
  }

  private boolean isNested(ClassName type) {
    ClassName around = type.enclosingClassName();
    return around != null
        && nested.contains(type.simpleName())
        && around.canonicalName().equals(written.canonicalName());
  }

  /** Returns the name of {@code type} when the whole file is known. */
  String finalNameOf(ClassName type) {
    ClassName outermost = outermost(type);
    String first = outermost.simpleName();
    return isImported(first) && outermost.canonicalName().equals(imports.get(first))
        ? simpleNameOf(type)
        : type.canonicalName();
  }

  private boolean isImported(String simpleName) {
    return !ownPackage.contains(simpleName);
  }

  /**
   * Returns the qualified names to import, sorted.
   *
   * @param javaLang whether to import the classes of {@code java.lang} as well
   */
  Set<String> imports(boolean javaLang) {
    Set<String> sorted = new TreeSet<>();
    for (Map.Entry<String, String> each : imports.entrySet()) {
      String name = each.getValue();
      if (isImported(each.getKey()) && (javaLang || !name.equals(JAVA_LANG + each.getKey()))) {
        sorted.add(name);
      }
    }
    return sorted;
  }

  private static ClassName outermost(ClassName type) {
    return type.enclosingClassName() == null ? type : type.topLevelClassName();
  }

  private static String simpleNameOf(ClassName type) {
    return type.enclosingClassName() == null
        ? type.simpleName()
        : String.join(".", type.simpleNames());
  }
}
