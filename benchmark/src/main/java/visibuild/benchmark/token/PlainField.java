package visibuild.benchmark.token;

/** A volatile field and nothing else: the limit. It is never renewed. */
final class PlainField implements Tokens {
  private volatile String token;

  PlainField(SlowEndpoint endpoint) {
    token = endpoint.ask().token();
  }

  @Override
  public String token() {
    return token;
  }
}
