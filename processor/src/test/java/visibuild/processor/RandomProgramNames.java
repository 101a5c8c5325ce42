package visibuild.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names in a random program: those that it declares, and how it refers to those of others. */
final class RandomProgramNames {
  private static final List<String> OF_PACKAGES =
      List.of("java", "javax", "visibuild", "retrofit2", "okhttp3", "org", "kotlin");

  /** Names that the source of a client may need, and the program never. */
  private static final List<String> OF_CLIENTS =
      List.of(
          "ClientCalls", "Calls", "Generated", "Override", "CallsOf", "WriteAccess", "ReadAccess");

  private static final List<String> OF_LIBRARIES =
      List.of(
          "String",
          "Object",
          "Integer",
          "Void",
          "SuppressWarnings",
          "Deprecated",
          "Scope",
          "Call",
          "Page",
          "Paged",
          "Response",
          "List",
          "Map",
          "Optional",
          "GET",
          "Query",
          "Visibuild",
          "ApiClient",
          "A_B",
          "Übersicht",
          "$",
          "A$B",
          "CompletableFuture");

  private static final List<String> OF_MEMBERS =
      List.of(
          "record",
          "var",
          "yield",
          "sealed",
          "permits",
          "module",
          "open",
          "with",
          "when",
          "to",
          "_a",
          "$",
          "a$b",
          "calls",
          "access",
          "create",
          "visibuild",
          "java",
          "retrofit2",
          "okhttp3",
          "kotlin",
          "String",
          "Scope",
          "ClientCalls",
          "pageSize",
          "next",
          "next2",
          "value",
          "ünï",
          "api",
          "self",
          "options",
          "result",
          "of",
          "get",
          "list",
          "read");

  private final RandomChoice random;
  private final String token;
  private final String packageName;
  private final boolean namesOfPackages;
  private final Set<String> declared = new HashSet<>();
  private final Set<String> imports = new TreeSet<>();
  private int made;

  RandomProgramNames(String token, RandomChoice random) {
    this.token = token;
    this.random = random;
    this.packageName =
        random.of(
            "",
            token,
            token + ".api",
            "com." + token + ".java",
            token + ".visibuild",
            token + ".x");
    this.namesOfPackages = random.oneIn(4);
  }

  String packageName() {
    return packageName;
  }

  boolean isDefaultPackage() {
    return packageName.isEmpty();
  }

  String qualified(String path) {
    return isDefaultPackage() ? path : packageName + "." + path;
  }

  /** Declares a type, of a name that the default package has in no other program. */
  String topLevelType(String usual) {
    String name = nestedType(usual);
    if (!isDefaultPackage()) {
      return name;
    }
    declared.add(name + token);
    return name + token;
  }

  /** Declares a type under a name that the program does not declare yet. */
  String nestedType(String usual) {
    String name = usual;
    if (random.oneIn(3)) {
      name =
          random.oneIn(2)
              ? random.of(OF_CLIENTS)
              : random.of(namesOfPackages ? OF_PACKAGES : OF_LIBRARIES);
    }
    if (!declared.add(name)) {
      name = usual + made++;
      declared.add(name);
    }
    return name;
  }

  /** Returns a name of a constant that obscures no type of the program. */
  String constant(String usual) {
    String name = member(usual, new HashSet<>());
    return declared.contains(name) ? usual : name;
  }

  /** Returns a name of a member that is not among {@code taken}, and adds it there. */
  String member(String usual, Set<String> taken) {
    String name = random.oneIn(4) ? random.of(OF_MEMBERS) : usual;
    return taken.add(name) ? name : unused(usual, taken);
  }

  private static String unused(String usual, Set<String> taken) {
    String name = usual;
    for (int i = 2; !taken.add(name); i++) {
      name = usual + "_" + i;
    }
    return name;
  }

  /** Returns a name of a parameter; in front of it javac reads annotations with it in scope. */
  String parameter(String usual, Set<String> taken) {
    String name = member(usual, taken);
    return declared.contains(name) ? unused(usual, taken) : name;
  }

  /** Refers to a type of a library by its simple name where the program does not hide that. */
  String library(String qualified) {
    String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
    if (declared.contains(simple)) {
      return qualified;
    }
    if (!qualified.equals("java.lang." + simple)) {
      imports.add("import " + qualified + ";\n");
    }
    return simple;
  }

  String string() {
    return library("java.lang.String");
  }

  String retrofit(String annotation) {
    return "@" + library("retrofit2.http." + annotation);
  }

  void importScope(String scope) {
    imports.add("import static visibuild.Scope." + scope + ";\n");
  }

  /** Makes the text of a file of {@code declarations}, with what they made necessary in front. */
  String file(String inPackage, String declarations) {
    String text =
        (inPackage.isEmpty() ? "" : "package " + inPackage + ";\n")
            + String.join("", imports)
            + declarations;
    imports.clear();
    return text;
  }
}
