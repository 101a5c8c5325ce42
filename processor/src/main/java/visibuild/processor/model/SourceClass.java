package visibuild.processor.model;

import java.util.List;

/**
 * A class or an interface that is compiled together with the annotated interface, and that
 * responses or bodies consist of. Where annotations of Jackson's decide, it counts as usable.
 *
 * @param deserializable whether Jackson finds a constructor or a factory; true for interfaces and
 *     abstract classes
 * @param ignoringFields whether it has fields, of which Jackson sets none
 * @param usableAsMapKey whether Jackson can make one from a string, as it must for a map's key
 * @param serializable whether Jackson finds a property to write
 * @param members the properties that Jackson reads
 * @param hints advice for a class that a library such as Lombok completes
 */
public record SourceClass(
    boolean deserializable,
    boolean ignoringFields,
    boolean usableAsMapKey,
    boolean serializable,
    List<Member> members,
    Hints hints) {
  /** Makes a class of a copy of {@code members}. */
  public SourceClass {
    members = List.copyOf(members);
  }

  /**
   * A record component or a field.
   *
   * @param name the member as a message names it, {@code Site.shape}
   * @param component whether it is a record component, which only JSON can fill in
   */
  public record Member(String name, TypeUse type, boolean component) {}

  /**
   * The remedies for a class that a library completes; empty strings for other classes.
   *
   * @param decoding the remedy where Jackson cannot make the class
   * @param encoding the remedy where Jackson finds nothing to write
   */
  public record Hints(String decoding, String encoding) {
    /** For a class that no library completes. */
    public static final Hints NONE = new Hints("", "");
  }
}
