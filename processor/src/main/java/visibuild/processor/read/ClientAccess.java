package visibuild.processor.read;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.element.Visibility;

/** The access of a client in the package {@code client} to the types that it would name. */
record ClientAccess(Elements elements, PackageElement client, AnnotationTypes types) {
  /** Returns whether the client can name {@code type}. */
  boolean allows(TypeElement type) {
    if (type.getModifiers().contains(Modifier.PUBLIC)
        && type.getNestingKind() == NestingKind.TOP_LEVEL) {
      return true;
    }
    return isVisible(Visibility.effectiveVisibilityOfElement(type), type);
  }

  private boolean isVisible(Visibility visibility, TypeElement type) {
    return switch (visibility) {
      case PUBLIC -> true;
      case PROTECTED, DEFAULT -> elements.getPackageOf(type).equals(client);
      case PRIVATE -> false;
    };
  }

  /** Returns whether the client can name the type of {@code annotation} and all types in it. */
  boolean allows(AnnotationMirror annotation) {
    AnnotationTypes.Known type = types.of(annotation);
    if (!isVisible(type.visibility(), type.element())) {
      return false;
    }
    for (AnnotationValue value : annotation.getElementValues().values()) {
      if (!allowsValue(value.getValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean allowsValue(Object content) {
    if (content instanceof List<?> array) {
      for (Object each : array) {
        if (!allowsValue(((AnnotationValue) each).getValue())) {
          return false;
        }
      }
      return true;
    }
    if (content instanceof VariableElement constant) {
      return allows(MoreElements.asType(constant.getEnclosingElement()));
    }
    if (content instanceof TypeMirror type) {
      return allowsType(type);
    }
    return !(content instanceof AnnotationMirror nested) || allows(nested);
  }

  private boolean allowsType(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> allowsType(MoreTypes.asArray(type).getComponentType());
      case DECLARED -> allows(MoreTypes.asTypeElement(type));
      default -> true;
    };
  }
}
