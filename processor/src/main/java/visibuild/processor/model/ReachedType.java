package visibuild.processor.model;

/**
 * A class that is looked at by reflection.
 *
 * @param name its name as {@code Class.getName()} has it, an array's as {@code getTypeName()}
 * @param extent how much of it
 */
public record ReachedType(String name, Extent extent) {
  /** The part of a class that is accessed by reflection. */
  public enum Extent {
    /**
     * Like {@link #MEMBERS}, for the class and its subclasses: an enum with possible constant
     * bodies.
     */
    OPEN_ENUM,
    /** Constructors, methods and fields: what JSON is read into and written from. */
    MEMBERS,
    /** As {@link #MEMBERS}: the body of an enum's constant, by the name that compilers give it. */
    CONSTANT,
    /** Methods and fields: a library's type that a class of the program extends or implements. */
    PARENT,
    /** Constructors: Jackson creates an instance and calls it through its interface. */
    CONSTRUCTORS,
    /** The class itself with its annotations, and nothing in it. */
    ITSELF,
    /** Arrays of it are created; it has no relevant members. */
    ARRAY,
    /** Its name in generic types: a library's, which has rules for the rest. */
    NAME
  }
}
