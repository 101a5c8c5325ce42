package visibuild;

import static java.util.Objects.requireNonNull;

import retrofit2.Retrofit;

/**
 * The right to read and write: a client of a {@link Scope#READ_WRITE} interface is made from it.
 *
 * <p>{@link Visibuild#writeAccess()} refuses to return it for a credential that only reads. Each
 * call carries the narrowest token that is enough, so a read never carries a token that can write.
 * A {@link LegacyToken}, and {@link ClientCredentials#withoutNarrowing}, have one token for all
 * calls.
 *
 * <p>To code that must not write, pass {@link Visibuild#readAccess()}. A {@code WriteAccess} can
 * write also where it is passed as a {@link ReadAccess}.
 *
 * <pre>{@code
 * TicketsApi tickets = TicketsApiClient.create(visibuild.writeAccess());
 * }</pre>
 *
 * @since 0.1
 */
public final class WriteAccess extends ReadAccess {
  WriteAccess(Retrofit reading, Retrofit writing, ClientRegistry clients) {
    super(reading, writing, clients);
  }

  /**
   * Returns the same right with {@code options} for each call of the clients that are made from it.
   *
   * <p>Do not pass {@link RequestOptions#idempotent()} for clients that create records: a repeated
   * call creates a second one.
   */
  @Override
  public WriteAccess withOptions(RequestOptions options) {
    return new WriteAccess(with(options, reading), with(options, requireNonNull(writing)), clients);
  }
}
