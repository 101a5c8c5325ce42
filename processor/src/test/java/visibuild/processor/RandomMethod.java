package visibuild.processor;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An interface with one method, as the user writes it for the processor, and as it would be written
 * for Retrofit alone.
 *
 * @param declaration what is declared, with {@code %s} for the name
 * @param variables the method's type variables
 * @param annotations of the method
 */
record RandomMethod(
    String declaration,
    String variables,
    List<String> annotations,
    Result result,
    List<Parameter> parameters) {
  private static final Pattern WRITING =
      Pattern.compile("^@(POST|PUT|PATCH|DELETE)|method = \"(DELETE)?\"");

  /**
   * A return type: the user's, and that of the equivalent Retrofit method.
   *
   * @param continuation the type of a suspend function's last parameter, or empty
   */
  record Result(String ours, String retrofits, String continuation) {
    @Override
    public String toString() {
      return ours + continuation;
    }
  }

  /** A parameter with its annotations. */
  record Parameter(String annotations, String type) {}

  /** The interface for the processor. */
  String ours(String name) {
    return "@VisibuildApi(scope = Scope.%s) ".formatted(writes() ? "READ_WRITE" : "READ")
        + source(name, result.ours());
  }

  /** Returns whether the interface must have the scope that writes. */
  private boolean writes() {
    return annotations.stream().anyMatch(annotation -> WRITING.matcher(annotation).find());
  }

  /** The interface for Retrofit. */
  String retrofits(String name) {
    return source(name, result.retrofits());
  }

  private String source(String name, String returned) {
    StringBuilder source = new StringBuilder(declaration.formatted(name)).append(" { ");
    annotations.forEach(annotation -> source.append(annotation).append(' '));
    if (declaration.contains("class")) {
      source.append("public abstract ");
    }
    source.append(variables).append(' ').append(returned).append(" m(");
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      source
          .append(i == 0 ? "" : ", ")
          .append(parameter.annotations())
          .append(' ')
          .append(parameter.type())
          .append(" p")
          .append(i);
    }
    if (!result.continuation().isEmpty()) {
      source.append(parameters.isEmpty() ? "" : ", ").append(result.continuation()).append(" done");
    }
    return source.append("); }").toString();
  }

  @Override
  public String toString() {
    return "\n" + ours("Api");
  }
}
