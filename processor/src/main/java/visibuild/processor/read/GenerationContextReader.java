package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import visibuild.processor.model.GenerationContext;
import visibuild.processor.model.LibraryTypes;

/** Reads what generated source has to know of its package and its module, once for each. */
final class GenerationContextReader {
  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final Map<PackageElement, Boolean> hidesJavaLang = new HashMap<>();
  private final Map<ModuleElement, Boolean> seesGenerated = new HashMap<>();
  private final Map<ModuleElement, Boolean> seesCoroutines = new HashMap<>();
  private final Elements elements;

  GenerationContextReader(Elements elements) {
    this.elements = elements;
  }

  GenerationContext read(TypeElement type, InterfaceHierarchy hierarchy) {
    ModuleElement module = elements.getModuleOf(type);
    return new GenerationContext(
        Set.copyOf(hierarchy.nestedTypeNames()),
        hidesJavaLang.computeIfAbsent(
            elements.getPackageOf(type),
            inside ->
                JavaLangTypes.NAMES.stream()
                    .anyMatch(name -> exists(module, inside.getQualifiedName(), name))),
        seesGenerated.computeIfAbsent(
            module, inside -> elements.getTypeElement(inside, GENERATED) != null),
        isKotlin(type),
        seesCoroutines.computeIfAbsent(module, this::hasCoroutines));
  }

  private static boolean isKotlin(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .map(annotation -> MoreElements.asType(annotation.getAnnotationType().asElement()))
        .anyMatch(name -> name.getQualifiedName().contentEquals(LibraryTypes.METADATA.toString()));
  }

  private boolean hasCoroutines(ModuleElement module) {
    return elements.getTypeElement(module, LibraryTypes.FUTURE_KT.toString()) != null;
  }

  private boolean exists(ModuleElement module, CharSequence inside, String name) {
    String qualified = inside.length() == 0 ? name : inside + "." + name;
    return elements.getTypeElement(module, qualified) != null;
  }
}
