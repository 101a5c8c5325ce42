package visibuild.processor.element;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** The access to an element, from narrow to wide. */
public enum Visibility {
  /** {@code private}. */
  PRIVATE,
  /** Without a modifier: inside the package. */
  DEFAULT,
  /** {@code protected}. */
  PROTECTED,
  /** {@code public}. */
  PUBLIC;

  /** Returns the narrowest visibility of {@code element} and the elements around it. */
  public static Visibility effectiveVisibilityOfElement(Element element) {
    Visibility narrowest = PUBLIC;
    for (Element each = element;
        each != null && each.getKind() != ElementKind.PACKAGE;
        each = each.getEnclosingElement()) {
      Visibility own = of(each.getModifiers());
      narrowest = own.compareTo(narrowest) < 0 ? own : narrowest;
    }
    return narrowest;
  }

  private static Visibility of(Set<Modifier> modifiers) {
    if (modifiers.contains(Modifier.PUBLIC)) {
      return PUBLIC;
    }
    if (modifiers.contains(Modifier.PROTECTED)) {
      return PROTECTED;
    }
    return modifiers.contains(Modifier.PRIVATE) ? PRIVATE : DEFAULT;
  }
}
