package visibuild;

import retrofit2.Retrofit;

/**
 * The right to read and write: what a client of a {@link Scope#READ_WRITE} interface is made from.
 *
 * <p>There is none for a credential that only reads: {@link Visibuild#writeAccess()} refuses. Each
 * call still carries the narrowest token that serves it, so that a read never carries a token that
 * can write; a {@link LegacyToken} is the exception, since it is sent as it is.
 *
 * <pre>{@code
 * TicketsApi tickets = TicketsApiClient.create(visibuild.writeAccess());
 * }</pre>
 *
 * @since 0.1
 */
public final class WriteAccess extends ReadAccess {
  WriteAccess(Retrofit retrofit, ClientRegistry clients) {
    super(retrofit, clients, Scope.READ_WRITE);
  }
}
