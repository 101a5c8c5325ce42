package visibuild.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The methods of the interface in a random program. Nearly all break no rule. */
final class RandomProgramMethods {
  private final RandomProgramNames names;
  private final RandomProgramTypes types;
  private final RandomChoice random;
  private final Set<String> signatures = new HashSet<>();
  private boolean writes;

  RandomProgramMethods(RandomProgramNames names, RandomProgramTypes types, RandomChoice random) {
    this.names = names;
    this.types = types;
    this.random = random;
  }

  /** Returns whether a method written so far needs the scope for writes. */
  boolean writes() {
    return writes;
  }

  String next(int number) {
    String verb = random.of("GET", "GET", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");
    boolean reads = verb.equals("GET") || verb.equals("HEAD");
    boolean declaredRead = verb.equals("POST") && random.oneIn(2);
    writes |= !reads && !declaredRead;
    List<String> parameters = new ArrayList<>();
    List<String> placeholders = new ArrayList<>();
    addParameters(verb, parameters, placeholders);
    StringBuilder method = new StringBuilder();
    if (random.oneIn(6)) {
      method.append(types.mark());
    }
    if (random.oneIn(10)) {
      method.append("@").append(names.library("java.lang.Deprecated")).append(" ");
    }
    if (declaredRead) {
      names.importScope("READ");
      method.append("@").append(names.library("visibuild.RequiresScope")).append("(READ) ");
    }
    String path = "x" + number + String.join("", placeholders);
    method.append(names.retrofit(verb)).append("(\"").append(path).append("\") ");
    if (random.oneIn(15)) {
      method.append(
          random.of("<T> ", "<T extends " + names.library("java.lang.Comparable") + "<T>> "));
    }
    method.append(result(verb, reads || declaredRead)).append(" ");
    method.append(name(number, parameters.size()));
    method.append("(").append(String.join(", ", parameters)).append(")");
    if (random.oneIn(15)) {
      method.append(" throws ").append(names.library("java.io.IOException"));
    }
    return method.append(";\n").toString();
  }

  private String name(int number, int arity) {
    String usual =
        random.oneIn(4) ? random.of("create", "get", "calls", "clone", "finalize") : "m" + number;
    String name = names.member(usual, new HashSet<>());
    return signatures.add(name + arity) && !(name + arity).equals("create1") ? name : "m" + number;
  }

  private String result(String verb, boolean reads) {
    if (verb.equals("HEAD")) {
      return random.oneIn(2) ? "void" : generic("retrofit2.Response", boxedVoid());
    }
    String value = types.value();
    String list = generic("java.util.List", value);
    String response = generic("retrofit2.Response", value);
    String plain =
        random.of(
            value,
            value,
            list,
            response,
            "void",
            names.library("okhttp3.ResponseBody"),
            generic("retrofit2.Call", value),
            names.library("java.util.Map") + "<" + names.string() + ", " + value + ">",
            generic("java.util.concurrent.CompletableFuture", value),
            generic("java.util.concurrent.CompletableFuture", boxedVoid()),
            generic("java.util.concurrent.CompletableFuture", response),
            value + "[]",
            "int");
    return reads
        ? random.of(
            plain,
            generic("visibuild.Paged", value),
            generic("java.util.Optional", value),
            generic("java.util.concurrent.CompletableFuture", generic("visibuild.Paged", value)))
        : plain;
  }

  private String boxedVoid() {
    return names.library("java.lang.Void");
  }

  private String generic(String type, String argument) {
    return names.library(type) + "<" + argument + ">";
  }

  private void addParameters(String verb, List<String> parameters, List<String> placeholders) {
    Set<String> taken = new HashSet<>();
    int count = random.below(random.oneIn(8) ? 21 : 4);
    if (random.oneIn(100)) {
      count = 240 + random.below(12);
    }
    boolean few = count < 100;
    for (int i = 0; i < count / 3; i++) {
      String key = "id" + i;
      placeholders.add("/{" + key + "}");
      parameters.add(
          parameter(
              names.retrofit("Path") + "(\"" + key + "\")",
              random.of(names.string(), "int", few ? "long" : "int"),
              i,
              taken));
    }
    for (int i = count / 3; i < count; i++) {
      parameters.add(other(i, taken));
    }
    if (List.of("POST", "PUT", "PATCH").contains(verb) && random.oneIn(2)) {
      parameters.add(parameter(names.retrofit("Body"), types.value(), count, taken));
    }
    if (random.oneIn(8)) {
      parameters.add(parameter("", names.library("visibuild.RequestOptions"), count, taken));
    }
    if (random.oneIn(8)) {
      parameters.add(
          parameter(
              names.retrofit("QueryMap"),
              names.library("java.util.Map") + "<" + names.string() + ", " + names.string() + ">",
              count,
              taken));
    }
    if (few && random.oneIn(8)) {
      parameters.add(
          parameter(
              names.retrofit("Query") + "(\"last\")",
              random.of("int...", names.string() + "..."),
              count,
              taken));
    }
  }

  private String other(int number, Set<String> taken) {
    String query = names.retrofit("Query");
    String key = random.oneIn(10) ? "q\u2028" + number : "q" + number;
    return random.oneIn(4)
        ? parameter(
            names.retrofit("Header") + "(\"H" + number + "\")", names.string(), number, taken)
        : parameter(
            query + "(\"" + key + "\")",
            random.of(
                names.string(),
                "int",
                "boolean",
                names.library("java.util.UUID"),
                generic("java.util.List", names.string()),
                names.string() + "[]",
                "int[]",
                names.library("java.time.LocalDate"),
                "@"
                    + names.library("org.jspecify.annotations.Nullable")
                    + " "
                    + names.library("java.time.Instant")),
            number,
            taken);
  }

  private String parameter(String annotation, String type, int number, Set<String> taken) {
    return (random.oneIn(6) ? types.mark() : "")
        + annotation
        + " "
        + type
        + " "
        + names.parameter("a" + number, taken);
  }
}
