package visibuild.processor.jackson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
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
  /** The end of the name of a method that holds the annotations of a property of Kotlin's. */
  private static final String KOTLIN_PROPERTY = "$annotations";

  private static final Pattern ACCESSOR = Pattern.compile("(?:get|is|set)(.)(.*)");

  private static final List<String> LIBRARIES =
      List.of(
          "com.google.gson.annotations.",
          "com.squareup.moshi.",
          "jakarta.json.bind.annotation.",
          "javax.json.bind.annotation.",
          "kotlinx.serialization.",
          "com.alibaba.fastjson.annotation.",
          "com.alibaba.fastjson2.annotation.");

  /** Jackson 1 and Jackson 3. Their annotations have the names of those of Jackson 2. */
  private static final List<String> OTHER_JACKSONS =
      List.of(
          "org.codehaus.jackson.annotate.",
          "org.codehaus.jackson.map.annotate.",
          "tools.jackson.databind.annotation.");

  /** JAXB. Jackson reads its annotations with a module. */
  private static final List<String> JAXB =
      List.of("javax.xml.bind.annotation.", "jakarta.xml.bind.annotation.");

  /** Annotations that give the name in JSON, with the attribute that holds it. */
  private static final Map<String, String> NAMES =
      Map.of(
          "SerializedName", "value",
          "Json", "name",
          "JsonbProperty", "value",
          "SerialName", "value",
          "JSONField", "name",
          "XmlElement", "name",
          "XmlAttribute", "name");

  private static final Map<String, String> OTHERS =
      Map.of(
          "JsonbTransient", "@JsonIgnore",
          "Transient", "@JsonIgnore",
          "XmlTransient", "@JsonIgnore",
          "JsonbCreator", "@JsonCreator");

  /** Annotations of Jackson's on a class that names or maps its members as a whole. */
  private static final List<String> OF_WHOLE_CLASS =
      List.of(
          "com.fasterxml.jackson.databind.annotation.JsonNaming",
          "com.fasterxml.jackson.databind.annotation.JsonDeserialize",
          "com.fasterxml.jackson.databind.annotation.JsonSerialize");

  /**
   * Returns the annotations of other libraries on {@code type} and its members, one for each
   * property. A property with an annotation of Jackson's too, and one that Jackson calls by the
   * same name anyway, are left out.
   */
  public static List<ForeignJsonAnnotation> in(TypeElement type) {
    for (String annotation : OF_WHOLE_CLASS) {
      if (MoreElements.isAnnotationPresent(type, annotation)) {
        return List.of();
      }
    }
    List<Element> annotated = new ArrayList<>();
    addAnnotated(type, annotated);
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
      if (place.getKind() != ElementKind.CONSTRUCTOR && JacksonAnnotations.isOn(place)) {
        described.add(propertyOf(place));
      }
    }
    Map<String, ForeignJsonAnnotation> found = new LinkedHashMap<>();
    for (Element place : annotated) {
      String name = propertyOf(place);
      if (isUnnamed(place) && !described.isEmpty()) {
        continue;
      }
      if (place.equals(type) || !described.contains(name)) {
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

  /** Returns the member as a message names it, {@code Ticket.title}. */
  public String place() {
    if (MoreElements.isType(element)) {
      return element.getSimpleName().toString();
    }
    Element owner = element.getEnclosingElement();
    while (owner != null && !MoreElements.isType(owner)) {
      owner = owner.getEnclosingElement();
    }
    if (owner == null || isUnnamed(element)) {
      return "a parameter" + (owner == null ? "" : " of " + owner.getSimpleName());
    }
    return owner.getSimpleName()
        + "."
        + element.getSimpleName().toString().replace(KOTLIN_PROPERTY, "");
  }

  /** A class file may lack the names of parameters, so the compiler numbers them. */
  private static boolean isUnnamed(Element member) {
    return member.getKind() == ElementKind.PARAMETER
        && member.getSimpleName().toString().matches("arg\\d+");
  }

  /** Returns whether the annotation is one of JAXB's, which a module of Jackson's reads. */
  public boolean isOfJaxb() {
    return startsWith(MoreElements.nameOf(annotation), JAXB);
  }

  /** The field {@code title} and its accessors {@code getTitle} and {@code setTitle} are one. */
  private static String propertyOf(Element member) {
    String name = member.getSimpleName().toString().replace(KOTLIN_PROPERTY, "");
    Matcher accessor = ACCESSOR.matcher(name);
    return member.getKind() == ElementKind.METHOD && accessor.matches()
        ? accessor.group(1).toLowerCase(Locale.ROOT) + accessor.group(2)
        : name;
  }

  private static Optional<ForeignJsonAnnotation> on(Element member) {
    for (AnnotationMirror annotation : member.getAnnotationMirrors()) {
      String name = MoreElements.nameOf(annotation);
      Optional<String> replacement =
          declares(name) ? replacementOf(annotation, name, member) : Optional.empty();
      if (replacement.isPresent()) {
        String label =
            startsWith(name, OTHER_JACKSONS)
                ? "@" + name
                : "@" + MoreElements.typeOf(annotation).getSimpleName();
        return Optional.of(new ForeignJsonAnnotation(member, annotation, label, replacement.get()));
      }
    }
    return Optional.empty();
  }

  /** Returns whether the annotation type {@code name} belongs to another JSON library. */
  static boolean declares(String name) {
    return startsWith(name, LIBRARIES)
        || startsWith(name, OTHER_JACKSONS)
        || startsWith(name, JAXB);
  }

  private static boolean startsWith(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> replacementOf(
      AnnotationMirror annotation, String qualified, Element member) {
    String name = MoreElements.typeOf(annotation).getSimpleName().toString();
    if (startsWith(qualified, OTHER_JACKSONS)) {
      return Optional.of(
          qualified.contains(".annotate.") && !qualified.contains(".map.")
              ? "@com.fasterxml.jackson.annotation." + name + textOf(annotation)
              : "@com.fasterxml.jackson.databind.annotation." + name);
    }
    if (isTrue(annotation, "ignore")) {
      return Optional.of("@JsonIgnore");
    }
    String attribute = NAMES.get(name);
    return attribute == null
        ? Optional.ofNullable(OTHERS.get(name))
        : text(annotation, attribute)
            .filter(json -> !json.equals(propertyOf(member)))
            .map("@JsonProperty(\"%s\")"::formatted);
  }

  private static String textOf(AnnotationMirror annotation) {
    return text(annotation, "value").map("(\"%s\")"::formatted).orElse("");
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
