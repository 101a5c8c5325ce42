package visibuild.processor.jackson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import visibuild.processor.element.MoreElements;

/**
 * An annotation of another JSON library, which Jackson ignores.
 *
 * @param element the member that carries it
 * @param label the annotation as a message names it, {@code @SerializedName}
 * @param replacement Jackson's annotation for the same purpose, {@code @JsonProperty("name")}
 */
public record ForeignJsonAnnotation(
    Element element, AnnotationMirror annotation, String label, String replacement) {
  private static final List<String> LIBRARIES =
      List.of(
          "com.google.gson.annotations.",
          "com.squareup.moshi.",
          "jakarta.json.bind.annotation.",
          "javax.json.bind.annotation.",
          "kotlinx.serialization.",
          "com.alibaba.fastjson.annotation.",
          "com.alibaba.fastjson2.annotation.",
          "org.codehaus.jackson.annotate.");

  /** Annotations whose value is the name in JSON, with the attribute that holds it. */
  private static final Map<String, String> NAMES =
      Map.of(
          "SerializedName", "value",
          "Json", "name",
          "JsonbProperty", "value",
          "SerialName", "value",
          "JSONField", "name",
          "JsonProperty", "value");

  private static final Map<String, String> OTHERS =
      Map.of(
          "JsonbTransient", "@JsonIgnore",
          "Transient", "@JsonIgnore",
          "JsonIgnore", "@JsonIgnore",
          "JsonbCreator", "@JsonCreator",
          "JsonCreator", "@JsonCreator");

  /**
   * Returns the annotations of other libraries on the members of {@code type}, one for each member
   * name. A member that carries an annotation of Jackson's too is left out.
   */
  public static List<ForeignJsonAnnotation> in(TypeElement type) {
    List<Element> annotated = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      addAnnotated(member, annotated);
      if (member instanceof ExecutableElement method) {
        for (Element parameter : method.getParameters()) {
          addAnnotated(parameter, annotated);
        }
      }
    }
    Set<String> described = new HashSet<>();
    for (Element place : annotated) {
      if (JacksonAnnotations.isOn(place)) {
        described.add(place.getSimpleName().toString());
      }
    }
    Map<String, ForeignJsonAnnotation> found = new LinkedHashMap<>();
    for (Element place : annotated) {
      String name = place.getSimpleName().toString();
      if (!described.contains(name)) {
        on(place).ifPresent(foreign -> found.putIfAbsent(name + foreign.label(), foreign));
      }
    }
    return List.copyOf(found.values());
  }

  private static void addAnnotated(Element place, List<Element> annotated) {
    if (!place.getAnnotationMirrors().isEmpty()) {
      annotated.add(place);
    }
  }

  /** Returns the name of the field, the method or the parameter. */
  public String memberName() {
    return element.getSimpleName().toString();
  }

  private static Optional<ForeignJsonAnnotation> on(Element member) {
    for (AnnotationMirror annotation : member.getAnnotationMirrors()) {
      Optional<String> replacement =
          declares(MoreElements.nameOf(annotation)) ? replacementOf(annotation) : Optional.empty();
      if (replacement.isPresent()) {
        String label = "@" + MoreElements.typeOf(annotation).getSimpleName();
        return Optional.of(new ForeignJsonAnnotation(member, annotation, label, replacement.get()));
      }
    }
    return Optional.empty();
  }

  /** Returns whether the annotation type {@code name} belongs to another JSON library. */
  static boolean declares(String name) {
    for (String library : LIBRARIES) {
      if (name.startsWith(library)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> replacementOf(AnnotationMirror annotation) {
    String name = MoreElements.typeOf(annotation).getSimpleName().toString();
    if (isTrue(annotation, "ignore")) {
      return Optional.of("@JsonIgnore");
    }
    String attribute = NAMES.get(name);
    return attribute == null
        ? Optional.ofNullable(OTHERS.get(name))
        : text(annotation, attribute).map("@JsonProperty(\"%s\")"::formatted);
  }

  private static boolean isTrue(AnnotationMirror annotation, String attribute) {
    return text(annotation, attribute).filter("true"::equals).isPresent();
  }

  private static Optional<String> text(AnnotationMirror annotation, String attribute) {
    return annotation.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .map(entry -> entry.getValue().getValue().toString())
        .findFirst();
  }
}
