package visibuild.processor.model;

import java.util.List;
import java.util.Optional;
import visibuild.processor.model.TypeUse.Trait;

/**
 * The form in which a method returns the response of its call.
 *
 * @param content the decoded type; empty without decoding, or if only a call adapter knows it
 */
public record ReturnShape(Kind kind, Execution execution, Optional<TypeUse> content) {
  /** The kinds of returned value. */
  public enum Kind {
    /** {@code T} or {@code List<T>}: the value itself. */
    VALUE,
    /** {@code void}: only that the call succeeded. */
    VOID,
    /** {@code Optional<T>}: empty where the server knows no such thing. */
    OPTIONAL,
    /** {@code Response<T>}: the value with the status and the headers. */
    RESPONSE,
    /** {@code ResponseBody}: the bytes as they come. */
    BODY,
    /** {@code Call<T>}: a call that the program makes when it wants to. */
    CALL,
    /** {@code Paged<T>}: the records of all pages. */
    PAGED,
    /** The result of a call adapter, such as {@code Single<T>}. */
    ADAPTED
  }

  /** The way in which the program waits for the value. */
  public enum Execution {
    /** The method returns when it is there. */
    BLOCKING,
    /** The method returns a {@code CompletableFuture} of it. */
    FUTURE,
    /** The method is a suspend function of Kotlin's. */
    SUSPENDING
  }

  /** Returns the shape of a return type. */
  public static ReturnShape of(TypeUse type) {
    boolean future = type.is(LibraryTypes.COMPLETABLE_FUTURE) && type.arguments().size() == 1;
    return future ? of(type.argument(), Execution.FUTURE) : of(type, Execution.BLOCKING);
  }

  /** Returns the shape of a {@code CompletableFuture} of {@code content}. */
  public static ReturnShape inFuture(TypeUse content) {
    return of(content, Execution.FUTURE);
  }

  /** Returns the shape of the return type of a suspend function. */
  public static ReturnShape suspending(TypeUse type) {
    return of(type, Execution.SUSPENDING);
  }

  private static ReturnShape of(TypeUse type, Execution execution) {
    boolean nothing =
        switch (execution) {
          case BLOCKING -> type.isVoid();
          case FUTURE -> type.is(LibraryTypes.BOXED_VOID);
          case SUSPENDING -> type.is(LibraryTypes.UNIT);
        };
    if (nothing) {
      return new ReturnShape(Kind.VOID, execution, Optional.empty());
    }
    if (type.has(Trait.ADAPTED) && execution == Execution.BLOCKING) {
      return new ReturnShape(Kind.ADAPTED, execution, inside(type));
    }
    if (type.is(LibraryTypes.RESPONSE_BODY)) {
      return new ReturnShape(Kind.BODY, execution, Optional.of(type));
    }
    Kind kind = type.arguments().size() == 1 ? around(type) : Kind.VALUE;
    return new ReturnShape(
        kind, execution, Optional.of(kind == Kind.VALUE ? type : type.argument()));
  }

  private static Kind around(TypeUse type) {
    if (type.is(LibraryTypes.OPTIONAL)) {
      return Kind.OPTIONAL;
    }
    if (type.is(LibraryTypes.RESPONSE)) {
      return Kind.RESPONSE;
    }
    if (type.is(LibraryTypes.CALL)) {
      return Kind.CALL;
    }
    return type.is(LibraryTypes.PAGED) ? Kind.PAGED : Kind.VALUE;
  }

  /** Of several type arguments only the adapter knows which is decoded. */
  private static Optional<TypeUse> inside(TypeUse adapted) {
    List<TypeUse> arguments = adapted.arguments();
    if (arguments.size() != 1) {
      return Optional.empty();
    }
    TypeUse argument = arguments.get(0);
    return argument.is(LibraryTypes.RESPONSE) ? inside(argument) : Optional.of(argument);
  }

  /** Returns whether the body is streamed to the program. */
  public boolean isStreamed() {
    return content.isPresent() && content.get().is(LibraryTypes.RESPONSE_BODY);
  }

  /** Returns whether nothing is decoded; a body, if any, is not read. */
  public boolean isWithoutBody() {
    return content.isEmpty() || LibraryTypes.isNothing(content.get());
  }
}
