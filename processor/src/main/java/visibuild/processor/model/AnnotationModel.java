package visibuild.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An annotation as it stands on an interface, a method or a parameter.
 *
 * @param members all members by name, defaults included
 * @param source the annotation to repeat in generated source, with the members that the user wrote
 * @param location the annotation itself
 */
public record AnnotationModel(
    ClassName type,
    Map<String, AnnotationValueModel> members,
    AnnotationSpec source,
    SourceLocation location) {
  /** Makes an annotation of a copy of {@code members}. */
  public AnnotationModel {
    members = Map.copyOf(members);
  }

  /** Returns whether this is an annotation of type {@code type}. */
  public boolean is(ClassName type) {
    return this.type.equals(type);
  }

  /** The text of a member, empty if the annotation has no such member. */
  public String text(String member) {
    AnnotationValueModel found = members.get(member);
    return found == null ? "" : found.text();
  }

  /** The elements of an array member, each with its own location. */
  public List<AnnotationValueModel> elements(String member) {
    AnnotationValueModel found = members.get(member);
    if (found == null || !(found.value() instanceof List<?> values)) {
      return List.of();
    }
    List<AnnotationValueModel> elements = new ArrayList<>();
    for (Object value : values) {
      elements.add((AnnotationValueModel) value);
    }
    return elements;
  }

  /** Returns whether a boolean member is true. */
  public boolean flag(String member) {
    return Boolean.parseBoolean(text(member));
  }

  /** The place of a member's value, or of the annotation where the value is not written. */
  public SourceLocation locationOf(String member) {
    AnnotationValueModel found = members.get(member);
    return found == null ? location : found.location();
  }

  /** The annotation as a message names it: {@code @GET}. */
  public String label() {
    return "@" + type.simpleName();
  }
}
