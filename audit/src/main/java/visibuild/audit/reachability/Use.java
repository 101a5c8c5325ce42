package visibuild.audit.reachability;

/** One effect of a method's code on what else can run. {@code line} is 0 where it is not known. */
sealed interface Use {
  /** The source line. */
  int line();

  /** The ways in which a method can be invoked. */
  enum Kind {
    STATIC,
    SPECIAL,
    VIRTUAL
  }

  /** Invokes a method, or takes a reference to it. */
  record Invoke(Kind kind, String owner, String name, String descriptor, int line) implements Use {}

  /** Creates an instance. */
  record New(String type, int line) implements Use {}

  /** Reads or writes a static field. */
  record StaticField(String owner, String name, int line) implements Use {}

  /** Hands over a class, from which reflection can create instances. */
  record ClassLiteral(String type, int line) implements Use {}

  /** Holds a text, which may be the name of a class. */
  record Text(String value, int line) implements Use {}

  /** Looks up a method by a name that is known, of {@code type}; of any type where it is empty. */
  record MethodByName(String type, String name, int line) implements Use {}

  /**
   * Calls a method of {@code owner} with an effect that only its name shows. It counts if {@code
   * owner} belongs to a library, because the code of the program's own classes is read.
   */
  record OfLibrary(String owner, Use use) implements Use {
    @Override
    public int line() {
      return use.line();
    }
  }

  /** Invokes or lists methods that are not known. */
  record AnyMethod(String what, int line) implements Use {}

  /** Loads a class with an unknown name, or leaves Java. */
  record AnyClass(String what, int line) implements Use {}
}
