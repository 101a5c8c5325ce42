package visibuild.processor.jackson;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The settings in source trees, and in the folder of a source file and the folders above it. */
final class SourceLombokConfig implements LombokConfig {
  private static final String NAME = "lombok.config";

  /** The beginnings of the settings that concern constructors, accessors and their annotations. */
  private static final List<String> KEYS =
      List.of(
          "import ",
          "lombok.accessors.",
          "lombok.anyconstructor.",
          "lombok.copyableannotations",
          "lombok.fielddefaults.",
          "lombok.getter.",
          "lombok.jacksonized.",
          "lombok.noargsconstructor.");

  private static final Pattern COPIED = Pattern.compile("on(Constructor|Method|Param)_*");

  /** Without names of its parameters, this creator changes nothing. */
  private static final Pattern CREATOR = Pattern.compile("\\{?@(\\w+\\.)*JsonCreator(\\(\\))?}?");

  private final Map<Path, Boolean> known = new HashMap<>();
  private final Trees trees;

  SourceLombokConfig(Trees trees) {
    this.trees = trees;
  }

  @Override
  public boolean mayChangeMembersOf(TypeElement type) {
    TreePath path = trees.getPath(type);
    if (path == null) {
      return false;
    }
    if (path.getLeaf() instanceof ClassTree tree && copiesAnnotations(tree)) {
      return true;
    }
    URI source = path.getCompilationUnit().getSourceFile().toUri();
    return "file".equals(source.getScheme()) && isChanging(Path.of(source).getParent());
  }

  private static boolean copiesAnnotations(ClassTree type) {
    return copiesAnnotations(type.getModifiers())
        || type.getMembers().stream()
            .anyMatch(
                member ->
                    member instanceof VariableTree field
                        && copiesAnnotations(field.getModifiers()));
  }

  private static boolean copiesAnnotations(ModifiersTree modifiers) {
    return modifiers.getAnnotations().stream()
        .flatMap(annotation -> annotation.getArguments().stream())
        .anyMatch(
            argument ->
                argument instanceof AssignmentTree assigned
                    && COPIED.matcher(assigned.getVariable().toString()).matches()
                    && !CREATOR.matcher(assigned.getExpression().toString()).matches());
  }

  private boolean isChanging(@Nullable Path folder) {
    if (folder == null) {
      return false;
    }
    Boolean before = known.get(folder);
    if (before != null) {
      return before;
    }
    List<String> lines = linesOf(folder.resolve(NAME));
    boolean ends = lines.contains("config.stopbubbling=true");
    boolean changing =
        lines.stream().anyMatch(line -> KEYS.stream().anyMatch(line::startsWith))
            || (!ends && isChanging(folder.getParent()));
    known.put(folder, changing);
    return changing;
  }

  /** A file that cannot be read may say anything. */
  private static List<String> linesOf(Path file) {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*([+-]?=)\\s*", "$1"))
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      return KEYS;
    }
  }
}
