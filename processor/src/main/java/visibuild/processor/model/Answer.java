package visibuild.processor.model;

/** How a method hands out the answer of its call. */
public sealed interface Answer {
  /** {@code T} or {@code List<T>}: the value itself. */
  record Value(TypeUse type) implements Answer {}

  /** {@code void}: only that the call succeeded. */
  record Nothing() implements Answer {}

  /** {@code Optional<T>}: empty where the server knows no such thing. */
  record Optional(TypeUse type) implements Answer {}

  /** {@code Call<T>}: a call that the program makes when it wants to. */
  record Lazy(TypeUse type) implements Answer {}

  /** {@code Paged<T>}: the records of all pages. */
  record Paged(TypeUse type) implements Answer {}

  /** {@code CompletableFuture<...>}: {@code later}, without waiting for it. */
  record Future(Answer later) implements Answer {}

  /** Reads the shape of an answer from a return type. The one place that knows the shapes. */
  static Answer of(TypeUse type) {
    if (type.isVoid()) {
      return new Nothing();
    }
    if (type.arguments().size() != 1) {
      return new Value(type);
    }
    if (type.is(LibraryTypes.OPTIONAL)) {
      return new Optional(type.argument());
    }
    if (type.is(LibraryTypes.CALL)) {
      return new Lazy(type.argument());
    }
    if (type.is(LibraryTypes.PAGED)) {
      return new Paged(type.argument());
    }
    if (type.is(LibraryTypes.COMPLETABLE_FUTURE)) {
      TypeUse later = type.argument();
      return new Future(later.is(LibraryTypes.BOXED_VOID) ? new Nothing() : of(later));
    }
    return new Value(type);
  }
}
