package visibuild.api;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the public API of each module with its checked-in list, so that each change to it shows
 * in review. To accept a change, run this test with {@code -Dapi.update}.
 */
class PublicApiTest {
  private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");
  private static final Path LISTS = Path.of("src", "test", "resources", "api");

  @ParameterizedTest
  @ValueSource(strings = {"runtime", "policy", "client", "testing", "spring", "audit"})
  void publicApiIsTheCheckedInList(String module) throws IOException {
    String actual = api(Path.of("..", module, "target", "classes"));
    Path list = LISTS.resolve(module + ".txt");
    if (System.getProperty("api.update") != null) {
      Files.createDirectories(LISTS);
      Files.writeString(list, actual);
    }

    assertThat(actual.lines())
        .as("the public API of %s; -Dapi.update accepts it", module)
        .containsExactlyElementsOf(Files.readAllLines(list));
  }

  private static String api(Path classes) throws IOException {
    Set<String> exported = exportedPackages(classes);
    return new ClassFileImporter()
        .importPath(classes).stream()
            .filter(type -> exported.isEmpty() || exported.contains(type.getPackageName()))
            .filter(PublicApiTest::isVisible)
            .sorted((one, other) -> one.getName().compareTo(other.getName()))
            .flatMap(PublicApiTest::lines)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Returns the exported packages; empty for a module without descriptor, which exports all. */
  private static Set<String> exportedPackages(Path classes) throws IOException {
    Path descriptor = classes.resolve("module-info.class");
    if (Files.notExists(descriptor)) {
      return Set.of();
    }
    try (InputStream in = Files.newInputStream(descriptor)) {
      return ModuleDescriptor.read(in).exports().stream()
          .filter(exports -> !exports.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toSet());
    }
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible(type.getModifiers())
        && !type.isAnonymousClass()
        && type.getEnclosingClass().map(PublicApiTest::isVisible).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return (modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED))
        && !modifiers.contains(SYNTHETIC);
  }

  private static Stream<String> lines(JavaClass type) {
    Stream<String> members =
        type.getMembers().stream()
            .filter(member -> isVisible(member.getModifiers()))
            .filter(member -> !OF_OBJECT.contains(member.getName()))
            .map(member -> "  " + modifiers(member.getModifiers()) + signature(member))
            .sorted();
    return Stream.concat(Stream.of(declaration(type)), members);
  }

  private static String declaration(JavaClass type) {
    String kind =
        type.isAnnotation()
            ? "@interface "
            : type.isInterface()
                ? "interface "
                : type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ";
    String supertypes =
        Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
            .map(JavaClass::getName)
            .filter(name -> !name.startsWith("java.lang."))
            .sorted()
            .collect(Collectors.joining(", "));
    return (type.isRecord() || type.isEnum() ? "" : modifiers(type.getModifiers()))
        + kind
        + type.getName()
        + (supertypes.isEmpty() ? "" : " : " + supertypes);
  }

  private static String signature(JavaMember member) {
    if (member instanceof JavaCodeUnit code) {
      String name = code.isConstructor() ? "new" : code.getName();
      return "%s %s(%s)"
          .formatted(name(code.getReturnType()), name, names(code.getParameterTypes()))
          .replace("void new(", "new(");
    }
    return name(((JavaField) member).getType()) + " " + member.getName();
  }

  private static String names(List<? extends JavaType> types) {
    return types.stream().map(PublicApiTest::name).collect(Collectors.joining(", "));
  }

  private static String name(JavaType type) {
    String name = type.getName();
    return type instanceof JavaClass raw && raw.isArray()
        ? raw.getComponentType().getName() + "[]"
        : name;
  }

  private static String modifiers(Set<JavaModifier> modifiers) {
    String words =
        Stream.of(
                JavaModifier.PROTECTED,
                JavaModifier.STATIC,
                JavaModifier.ABSTRACT,
                JavaModifier.FINAL)
            .filter(modifiers::contains)
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? "" : words + " ";
  }
}
