package visibuild.benchmark.token;

/** One way to keep a token. */
@FunctionalInterface
interface Tokens extends AutoCloseable {
  /** What a call would send. */
  String token();

  @Override
  default void close() {}
}
