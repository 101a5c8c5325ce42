package visibuild;

import static visibuild.Preconditions.checkProvided;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import visibuild.internal.http.DefaultOptionsCallFactory;

/**
 * The right to read: a client of a {@link Scope#READ} interface is made from it.
 *
 * <pre>{@code
 * ReadAccess access = visibuild.readAccess();
 * ProjectsApi projects = ProjectsApiClient.create(access);
 * }</pre>
 *
 * <p>Hand the access from {@link Visibuild#readAccess()} to the parts of a program that must not
 * write. It cannot be turned into {@link WriteAccess}, and no interface implemented with it can
 * write:
 *
 * <ul>
 *   <li>PUT, PATCH, DELETE and other methods that may write are refused before they are sent.
 *   <li>A POST is sent only by a generated client whose interface declares it with
 *       {@code @RequiresScope(Scope.READ)}.
 *   <li>Its calls carry a token of scope {@code read}, even if the credential has more. A {@link
 *       LegacyToken}, and {@link ClientCredentials#withoutNarrowing}, have one token for all calls.
 * </ul>
 *
 * <p>A {@link WriteAccess} is a {@code ReadAccess} as well. It writes also where it is passed as
 * one.
 *
 * <p>Immutable and safe for use by several threads, until its {@link Visibuild} is closed.
 *
 * @since 0.1
 */
public sealed class ReadAccess permits WriteAccess {
  // Transient, so that no library that writes fields reaches the tokens behind them.
  final transient Retrofit reading;
  final transient @Nullable Retrofit writing;
  final ClientRegistry clients;

  ReadAccess(Retrofit reading, ClientRegistry clients) {
    this(reading, null, clients);
  }

  ReadAccess(Retrofit reading, @Nullable Retrofit writing, ClientRegistry clients) {
    this.reading = reading;
    this.writing = writing;
    this.clients = clients;
  }

  /**
   * Returns the same right with {@code options} for each call of the clients that are made from it,
   * so that a ready-made interface needs no parameter for them. A method's own {@link
   * RequestOptions} replace them.
   *
   * <pre>{@code
   * RequestOptions patient = RequestOptions.none().timeout(Duration.ofMinutes(5));
   * VisibuildReadClient night = VisibuildReadClient.create(access.withOptions(patient));
   * }</pre>
   *
   * <p>Each result prepares its interfaces anew, so keep a client that is made from it for several
   * calls.
   *
   * @throws IllegalArgumentException if {@code options} is missing
   */
  public ReadAccess withOptions(RequestOptions options) {
    return new ReadAccess(with(options, reading), clients);
  }

  static Retrofit with(RequestOptions options, Retrofit retrofit) {
    return retrofit
        .newBuilder()
        .callFactory(
            new DefaultOptionsCallFactory(
                retrofit.callFactory(), checkProvided(options, "request options")))
        .build();
  }

  /**
   * Implements {@code calls}, an interface of Retrofit methods, with calls that act with this
   * access. Generated clients are built on this method.
   *
   * <p>A method may return {@link retrofit2.Call}, {@link java.util.concurrent.CompletableFuture},
   * or a type of {@link Visibuild.Builder#callAdapterFactory}. A call fails with a {@link
   * VisibuildException}, thrown by {@code execute} and passed to the callback of {@code enqueue}.
   * An error status is a {@link retrofit2.Response}.
   *
   * @throws IllegalArgumentException if {@code calls} is not an interface; if it is a {@link
   *     VisibuildApi}, whose generated client is to be used instead; if Retrofit cannot call one of
   *     its default methods, since the interface is not public or its package is not exported; or
   *     if Retrofit refuses the interface
   * @throws ClientNotPermittedException if the connection's {@link ClientAuthorizer} refuses it
   */
  public final <C> C implement(Class<C> calls) {
    return implement(calls, scope());
  }

  /**
   * Implements {@code calls} with calls that need {@code needed} at most. A call that needs more is
   * refused before it is sent, even if this access could do more. Generated clients pass the scope
   * that their interface declares.
   *
   * @throws IllegalArgumentException if this access has less than {@code needed}; if {@code calls}
   *     is not an interface, or is a {@link VisibuildApi}; if Retrofit cannot call one of its
   *     default methods, since the interface is not public or its package is not exported; or if
   *     Retrofit refuses the interface
   * @throws ClientNotPermittedException if the connection's {@link ClientAuthorizer} refuses it
   */
  public final <C> C implement(Class<C> calls, Scope needed) {
    refuseApi(checkProvided(calls, "interface"), calls);
    if (!calls.isInterface()) {
      throw new IllegalArgumentException(
          calls.getName() + " is not an interface; give an interface of Retrofit methods.");
    }
    for (Method method : calls.getMethods()) {
      refuseHiddenDefault(method);
    }
    @Nullable Retrofit retrofit = checkProvided(needed, "scope") == Scope.READ ? reading : writing;
    if (retrofit == null) {
      throw new IllegalArgumentException(
          "%s needs \"%s\"; make it from visibuild.writeAccess()."
              .formatted(calls.getName(), needed.parameter()));
    }
    // Retrofit refuses some interfaces here; such a one must not be listed as a client.
    C client = retrofit.create(calls);
    clients.register(calls, needed);
    return client;
  }

  /** Retrofit would throw an {@link IllegalAccessException} when the method is called. */
  private static void refuseHiddenDefault(Method method) {
    Class<?> type = method.getDeclaringClass();
    boolean isVisible =
        (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
            && type.getModule().isExported(type.getPackageName(), Retrofit.class.getModule());
    if (method.isDefault() && !isVisible) {
      throw new IllegalArgumentException(
          ("Retrofit cannot call the default method %s of %s. Make the interface public, in a"
                  + " package that its module exports.")
              .formatted(method.getName(), type.getName()));
    }
  }

  private Scope scope() {
    return writing == null ? Scope.READ : Scope.READ_WRITE;
  }

  /** Its paths are relative and its return types are not Retrofit's, so no call would succeed. */
  private static void refuseApi(Class<?> type, Class<?> calls) {
    if (type.isAnnotationPresent(VisibuildApi.class)) {
      String name = type.getName().substring(type.getPackageName().length());
      String client = name.replace(".", "").replace('$', '_') + "Client";
      String subject =
          type == calls
              ? type.getName() + " is"
              : calls.getName() + " extends " + type.getName() + ",";
      throw new IllegalArgumentException(
          ("%s a @VisibuildApi interface; use %s.create(access), the client that the annotation"
                  + " processor generates.")
              .formatted(subject, client));
    }
    @Nullable Class<?> superclass = type.getSuperclass();
    if (superclass != null) {
      refuseApi(superclass, calls);
    }
    for (Class<?> each : type.getInterfaces()) {
      refuseApi(each, calls);
    }
  }
}
