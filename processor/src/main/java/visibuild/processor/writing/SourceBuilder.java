package visibuild.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the source of one file from left to right: code, names of types, and places where a long
 * line may continue on the next one.
 *
 * <p>It keeps names and such places as parts until the end, when all types, and so all imports, are
 * known. JavaPoet's printer finds the imports by printing each file twice, which took half of the
 * time for a client.
 */
final class SourceBuilder {
  private static final int LONGEST_LINE = 100;
  private static final String INDENT = "  ";
  private static final int CONTINUATION = 2;

  /**
   * A place where a line may break.
   *
   * @param unbroken the text in this place if it does not
   * @param level the level of indentation of the next line if it does
   */
  private record Break(String unbroken, int level) {}

  /**
   * A name that depends on the imports.
   *
   * @param qualifierOnly whether to write only the part in front of the simple name
   */
  private record Name(ClassName type, boolean qualifierOnly) {}

  private final ClassNames names;
  private final List<Object> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int level;
  private boolean atLineStart = true;

  SourceBuilder(ClassNames names) {
    this.names = names;
  }

  ClassNames names() {
    return names;
  }

  /** Adds {@code code}, which has no line break. */
  SourceBuilder add(String code) {
    if (atLineStart) {
      text.append(INDENT.repeat(level));
      atLineStart = false;
    }
    text.append(code);
    return this;
  }

  /** Adds {@code code} and ends the line. */
  SourceBuilder line(String code) {
    if (!code.isEmpty()) {
      add(code);
    }
    text.append('\n');
    atLineStart = true;
    return this;
  }

  /** Indents the following lines by {@code levels} more. */
  SourceBuilder indent(int levels) {
    level += levels;
    return this;
  }

  /** Allows a line break here. */
  SourceBuilder mayBreak() {
    return part(new Break("", level + CONTINUATION));
  }

  /** Adds a space that may become a line break. */
  SourceBuilder spaceOrBreak() {
    return part(new Break(" ", level + CONTINUATION));
  }

  /** Adds {@code values}, separated by commas after which a line may break. */
  SourceBuilder join(List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        add(",").spaceOrBreak();
      }
      add(values.get(i));
    }
    return this;
  }

  /** Adds {@code type}, with its type annotations. */
  SourceBuilder add(TypeName type) {
    if (type instanceof ClassName name) {
      return className(name);
    }
    if (type instanceof ParameterizedTypeName generic) {
      return parameterized(generic);
    }
    if (type instanceof ArrayTypeName array) {
      return array(array, "[]");
    }
    if (type instanceof WildcardTypeName wildcard) {
      return wildcard(wildcard);
    }
    annotations(type);
    return add((type.isAnnotated() ? type.withoutAnnotations() : type).toString());
  }

  /** Adds {@code type}, the array type of a parameter, as one that takes any number of values. */
  SourceBuilder addVarargs(TypeName type) {
    return array((ArrayTypeName) type, "...");
  }

  /**
   * Adds the declaration of {@code variables}, with a space behind it; nothing if there is none.
   */
  SourceBuilder declare(List<TypeVariableName> variables) {
    if (variables.isEmpty()) {
      return this;
    }
    names.declare(variables);
    String before = "<";
    for (TypeVariableName variable : variables) {
      add(before).add(variable.name());
      String bounds = " extends ";
      for (TypeName bound : variable.bounds()) {
        add(bounds).add(bound);
        bounds = " & ";
      }
      before = ", ";
    }
    return add("> ");
  }

  private SourceBuilder className(ClassName type) {
    if (type.annotations().isEmpty()) {
      return name(type, false);
    }
    name(type, true);
    annotations(type);
    return add(type.simpleName());
  }

  private SourceBuilder name(ClassName type, boolean qualifierOnly) {
    String known = names.nameOf(type);
    return known == null
        ? part(new Name(type, qualifierOnly))
        : add(qualifierOnly ? qualifierOf(known) : known);
  }

  /** A type annotation stands between the qualifier and the simple name. */
  private static String qualifierOf(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot + 1) + " ";
  }

  private SourceBuilder parameterized(ParameterizedTypeName type) {
    ParameterizedTypeName around = type.enclosingType();
    if (around == null) {
      className(type.rawType());
    } else {
      add(around).add(type.rawType().annotations().isEmpty() ? "." : ". ");
      annotations(type.rawType());
      add(type.rawType().simpleName());
    }
    String before = "<";
    for (TypeName argument : type.typeArguments()) {
      add(before).add(argument);
      before = ", ";
    }
    return type.typeArguments().isEmpty() ? this : add(">");
  }

  private SourceBuilder array(ArrayTypeName type, String lastBrackets) {
    TypeName element = type;
    while (element instanceof ArrayTypeName array) {
      element = array.componentType();
    }
    add(element);
    TypeName rest = type;
    while (rest instanceof ArrayTypeName array) {
      if (!array.annotations().isEmpty()) {
        add(" ");
        annotations(array);
      }
      rest = array.componentType();
      add(rest instanceof ArrayTypeName ? "[]" : lastBrackets);
    }
    return this;
  }

  private SourceBuilder wildcard(WildcardTypeName type) {
    if (!type.lowerBounds().isEmpty()) {
      return add("? super ").add(type.lowerBounds().get(0));
    }
    TypeName bound = type.upperBounds().get(0);
    return bound.equals(ClassName.OBJECT) ? add("?") : add("? extends ").add(bound);
  }

  private void annotations(TypeName type) {
    for (AnnotationSpec annotation : type.annotations()) {
      AnnotationWriter.write(annotation, this);
      add(" ");
    }
  }

  private SourceBuilder part(Object part) {
    add("");
    parts.add(text.toString());
    text.setLength(0);
    parts.add(part);
    return this;
  }

  /**
   * Returns the source of the file.
   *
   * @param packageName the package of the file
   * @param javaLang whether to import the classes of {@code java.lang} as well
   */
  String build(String packageName, boolean javaLang) {
    parts.add(text.toString());
    StringBuilder file = new StringBuilder(4096);
    if (!packageName.isEmpty()) {
      file.append("package ").append(packageName).append(";\n\n");
    }
    for (String imported : names.imports(javaLang)) {
      file.append("import ").append(imported).append(";\n");
    }
    if (file.length() > 0 && file.charAt(file.length() - 2) != '\n') {
      file.append('\n');
    }
    List<Object> code = withNames();
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof Break place) {
        int column = file.length() - file.lastIndexOf("\n") - 1;
        int end = column + place.unbroken().length() + widthFrom(i + 1, code);
        file.append(end > LONGEST_LINE ? "\n" + INDENT.repeat(place.level()) : place.unbroken());
      } else {
        file.append((String) code.get(i));
      }
    }
    return file.toString();
  }

  private List<Object> withNames() {
    List<Object> code = new ArrayList<>(parts.size());
    for (Object part : parts) {
      if (part instanceof Name name) {
        String text = names.finalNameOf(name.type());
        code.add(name.qualifierOnly() ? qualifierOf(text) : text);
      } else {
        code.add(part);
      }
    }
    return code;
  }

  /** Returns the number of characters up to the next place where the line may break, or ends. */
  private static int widthFrom(int first, List<Object> code) {
    int width = 0;
    for (int i = first; i < code.size() && code.get(i) instanceof String text; i++) {
      int end = text.indexOf('\n');
      if (end >= 0) {
        return width + end;
      }
      width += text.length();
    }
    return width;
  }
}
