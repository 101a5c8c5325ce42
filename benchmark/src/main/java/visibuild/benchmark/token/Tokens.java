package visibuild.benchmark.token;

/** One way to keep a token. */
@FunctionalInterface
interface Tokens extends AutoCloseable {
  /** Returns the token for one call. */
  String token();

  @Override
  default void close() {}
}
