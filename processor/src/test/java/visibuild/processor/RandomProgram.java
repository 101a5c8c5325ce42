package visibuild.processor;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import visibuild.processor.RandomProgramTypes.Place;

/**
 * A valid program around one random interface, in a package that no other program uses.
 *
 * @param token a text in the path of each file of the program, and of no other program
 * @param sources the text of each file by its qualified name
 */
record RandomProgram(String token, Map<String, String> sources) {
  /** Returns whether the file with {@code path} belongs to this program or was generated for it. */
  boolean owns(String path) {
    return path.contains(token);
  }

  List<JavaFileObject> files() {
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(JavaFileObjects.forSourceString(name, text)));
    return files;
  }

  @Override
  public String toString() {
    return sources.entrySet().stream()
        .map(file -> "// " + file.getKey() + "\n" + file.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** Makes the program with this number; equal numbers and choices make equal programs. */
  static RandomProgram next(int number, RandomChoice random) {
    return new Maker("p" + number + "e", random).program();
  }

  private static final class Maker {
    private final String token;
    private final RandomChoice random;
    private final RandomProgramNames names;
    private final Map<String, String> sources = new LinkedHashMap<>();

    Maker(String token, RandomChoice random) {
      this.token = token;
      this.random = random;
      this.names = new RandomProgramNames(token, random);
    }

    RandomProgram program() {
      int depth = random.oneIn(2) ? 0 : 1 + random.below(3);
      List<String> chain = new ArrayList<>();
      List<String> kinds = new ArrayList<>();
      for (int i = 0; i < depth; i++) {
        chain.add(i == 0 ? names.topLevelType("Outer") : names.nestedType("Inner" + i));
        kinds.add(random.of("class", "class", "interface", "record", "enum"));
      }
      String api = depth == 0 ? names.topLevelType("Api") : names.nestedType("Api");
      String parent = random.oneIn(3) ? names.topLevelType("Parent") : "";
      boolean base = depth == 1 && kinds.get(0).equals("class") && random.oneIn(4);
      RandomProgramTypes types =
          new RandomProgramTypes(
              names,
              random,
              api,
              depth == 0 ? "" : chain.get(depth - 1),
              depth == 0 ? "" : kinds.get(depth - 1),
              parent,
              base);
      declareOutside(types, parent);
      String text = api(api, parent, types);
      for (int i = depth - 1; i >= 0; i--) {
        String members = i == depth - 1 ? types.declaredAt(Place.ENCLOSING) + text : text;
        text = around(chain.get(i), kinds.get(i), i, base) + members + "}\n";
      }
      put(depth == 0 ? api : chain.get(0), text);
      return new RandomProgram(token, sources);
    }

    private void put(String topLevelType, String text) {
      sources.put(names.qualified(topLevelType), names.file(names.packageName(), text));
    }

    private void declareOutside(RandomProgramTypes types, String parent) {
      types.namesAt(Place.PACKAGE).forEach(name -> put(name, types.declarationOf(name)));
      if (!parent.isEmpty()) {
        put(
            parent,
            "%sinterface %s<T> {\n%s%s%s(\"parent\") T inherited(%s(\"q\") %s q);\n}\n"
                .formatted(
                    random.of("", "public "),
                    parent,
                    types.declaredAt(Place.PARENT),
                    constant("parent"),
                    names.retrofit("GET"),
                    names.retrofit("Query"),
                    names.string()));
      }
    }

    private String api(String name, String parent, RandomProgramTypes types) {
      RandomProgramMethods methods = new RandomProgramMethods(names, types, random);
      StringBuilder members = new StringBuilder(types.declaredAt(Place.API));
      members.append(constant("constant"));
      int count = 1 + random.below(5);
      for (int i = 0; i < count; i++) {
        members.append(methods.next(i));
      }
      if (random.oneIn(4)) {
        members.append("default int helped() { return 1; }\n");
        members.append("static int counted() { return hidden(); }\n");
        members.append("private static int hidden() { return 2; }\n");
      }
      String scope = methods.writes() ? "READ_WRITE" : "READ";
      names.importScope(scope);
      return (random.oneIn(6)
              ? "@" + names.library("org.jspecify.annotations.NullMarked") + " "
              : "")
          + (random.oneIn(10) ? "@" + names.library("java.lang.Deprecated") + " " : "")
          + (random.oneIn(10) ? types.markOutsideApi() : "")
          + "@%s(scope = %s) ".formatted(names.library("visibuild.VisibuildApi"), scope)
          + random.of("", "public ")
          + "interface "
          + name
          + (parent.isEmpty() ? "" : " extends " + parent + "<" + types.valueOutsideApi() + ">")
          + " {\n"
          + members
          + "}\n";
    }

    private String constant(String usual) {
      return random.oneIn(4) ? "int " + names.constant(usual) + " = 1;\n" : "";
    }

    private String around(String name, String kind, int depth, boolean base) {
      String modifiers = depth == 0 ? random.of("", "public ") : random.of("", "", "public ");
      String extending = "";
      if (base) {
        String inPackage = "base." + token;
        sources.put(
            inPackage + ".Base",
            "package base."
                + token
                + ";\npublic class Base { %s record Kept(java.lang.String id) {} }\n"
                    .formatted(random.of("protected", "public")));
        extending = " extends base." + token + ".Base";
      }
      return modifiers
          + kind
          + " "
          + name
          + (kind.equals("record") ? "()" : "")
          + extending
          + " {\n"
          + (kind.equals("enum") ? ";\n" : "");
    }
  }
}
