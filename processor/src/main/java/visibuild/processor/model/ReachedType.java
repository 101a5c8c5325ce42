package visibuild.processor.model;

/**
 * A class that is looked at by reflection.
 *
 * @param name its name as {@code Class.getName()} has it, an array's as {@code getTypeName()}
 * @param extent how much of it
 */
public record ReachedType(String name, Extent extent) {
  /** How much of a class is looked at. */
  public enum Extent {
    /**
     * As {@link #MEMBERS}, of it and of all that extend it: an enum whose constants may have
     * bodies.
     */
    OPEN_ENUM,
    /** Constructors, methods and fields: what JSON is read into and written from. */
    MEMBERS,
    /** As {@link #MEMBERS}: the body of an enum's constant, by the name that compilers give it. */
    CONSTANT,
    /** Methods and fields: a library's type that a class of the program extends or implements. */
    PARENT,
    /** Constructors: Jackson makes one and calls it as what it is. */
    CONSTRUCTORS,
    /** The class itself with its annotations, and nothing in it. */
    ITSELF,
    /** Arrays of it are made; it has no members of its own. */
    ARRAY,
    /** Its name in generic types: a library's, which has rules for the rest. */
    NAME
  }
}
