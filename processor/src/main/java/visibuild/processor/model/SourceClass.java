package visibuild.processor.model;

import java.util.List;

/**
 * A class or an interface of the program's own, compiled with the interface, that answers or bodies
 * are made of. Only those of which no annotation, and no library's type that they extend, may say
 * more to Jackson than stands here.
 *
 * @param deserializable whether Jackson finds a constructor or a factory that it calls; of
 *     interfaces and abstract classes not asked
 * @param usableAsMapKey whether Jackson makes one of a text, as it has to for the keys of a map
 * @param serializable whether there is something in it that Jackson writes
 * @param members what it reads into one
 */
public record SourceClass(
    boolean deserializable, boolean usableAsMapKey, boolean serializable, List<Member> members) {
  /** Makes a class of a copy of {@code members}. */
  public SourceClass {
    members = List.copyOf(members);
  }

  /**
   * A component of a record, or a field.
   *
   * @param name as a message names it, such as {@code Site.shape}
   * @param component whether it is a component, which only JSON can fill in
   */
  public record Member(String name, TypeUse type, boolean component) {}
}
