package visibuild.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.GenerationContext;
import visibuild.processor.model.LibraryTypes;

/** Reads what generated source has to know of its package and its module, once for each. */
final class GenerationContextReader {
  private static final String GENERATED = "javax.annotation.processing.Generated";

  /** The first parts of the names of all packages with a type that each client may name. */
  private static final List<String> LIBRARY_PACKAGES =
      List.of("java", "javax", "kotlin", "kotlinx", "okhttp3", "org", "retrofit2", "visibuild");

  /** Facts about a package: whether it hides {@code java.lang}, and which packages it obscures. */
  private record PackageNames(boolean hidesJavaLang, Set<String> obscured) {}

  /** Facts about a module: the annotations and the library that its classes can use. */
  private record Libraries(boolean generated, boolean nullable, boolean coroutines) {}

  private final Map<PackageElement, PackageNames> packages = new HashMap<>();
  private final Map<ModuleElement, Libraries> libraries = new HashMap<>();
  private final Elements elements;

  GenerationContextReader(Elements elements) {
    this.elements = elements;
  }

  GenerationContext read(TypeElement type, InterfaceHierarchy hierarchy) {
    ModuleElement module = elements.getModuleOf(type);
    PackageElement inside = elements.getPackageOf(type);
    PackageNames around = packages.get(inside);
    if (around == null) {
      around = read(module, inside);
      packages.put(inside, around);
    }
    Libraries seen = libraries.get(module);
    if (seen == null) {
      seen = libraries(module);
      libraries.put(module, seen);
    }
    Set<String> nested = Set.copyOf(hierarchy.nestedTypeNames());
    Set<String> constants = hierarchy.constantNames();
    return new GenerationContext(
        nested,
        constants,
        hierarchy.clashingSignatures(),
        hidesOwnPackage(type, nested, inside, module),
        obscured(around, nested, constants),
        around.hidesJavaLang(),
        seen.generated(),
        seen.nullable(),
        isKotlin(type),
        seen.coroutines());
  }

  private Libraries libraries(ModuleElement module) {
    return new Libraries(
        exists(module, GENERATED),
        exists(module, LibraryTypes.NULLABLE),
        exists(module, LibraryTypes.FUTURE_KT));
  }

  private PackageNames read(ModuleElement module, PackageElement inside) {
    Set<String> obscured = new HashSet<>();
    for (String name : LIBRARY_PACKAGES) {
      if (exists(module, inside, name)) {
        obscured.add(name);
      }
    }
    return new PackageNames(existsAny(module, inside, JavaLangTypes.NAMES), obscured);
  }

  private boolean existsAny(ModuleElement module, PackageElement inside, Collection<String> names) {
    for (String name : names) {
      if (exists(module, inside, name)) {
        return true;
      }
    }
    return false;
  }

  private boolean hidesOwnPackage(
      TypeElement type, Set<String> nested, PackageElement inside, ModuleElement module) {
    if (nested.isEmpty() || inside.isUnnamed()) {
      return false;
    }
    return nested.contains(ApiInterface.clientOf(ClassName.get(type)).simpleName())
        || existsAny(module, inside, nested);
  }

  private static Set<String> obscured(
      PackageNames around, Set<String> nested, Set<String> constants) {
    Set<String> obscured = new HashSet<>(around.obscured());
    for (String name : LIBRARY_PACKAGES) {
      if (nested.contains(name) || constants.contains(name)) {
        obscured.add(name);
      }
    }
    return obscured;
  }

  private static boolean isKotlin(TypeElement type) {
    return KotlinClass.is(type);
  }

  private boolean exists(ModuleElement module, PackageElement inside, String name) {
    return exists(module, inside.isUnnamed() ? name : inside.getQualifiedName() + "." + name);
  }

  private boolean exists(ModuleElement module, Object qualifiedName) {
    return elements.getTypeElement(module, qualifiedName.toString()) != null;
  }
}
