package visibuild.internal.adapter;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Invocation;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.SkipCallbackExecutor;

/**
 * Gives all other call adapters, Retrofit's and the program's, calls that fail with this library's
 * exceptions. So a {@code CompletableFuture}, a {@code Single} or a suspend function fails like any
 * other call. If the return type names {@link Response}, or is a {@link Call}, a response with an
 * error status stays a response.
 */
public final class ErrorMappingCallAdapterFactory extends CallAdapter.Factory {
  /** The start of Retrofit's message for a type without an adapter; factories have others. */
  private static final String NOT_FOUND = "Could not locate call adapter";

  private final BodyRetry retries;
  private final boolean observed;

  /**
   * Creates the factory.
   *
   * @param retries decides about calls after a truncated response body
   * @param observed whether the start and the end of each call are published
   */
  public ErrorMappingCallAdapterFactory(BodyRetry retries, boolean observed) {
    this.retries = retries;
    this.observed = observed;
  }

  @Override
  public CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
    CallAdapter<?, ?> adapter = next(returnType, annotations, retrofit);
    boolean isCall = getRawType(returnType) == Call.class && !suspends(annotations);
    return isCall || names(Response.class, returnType)
        ? returningErrors(adapter)
        : throwingErrors(adapter, response -> !continuesWithResponse(response));
  }

  /** Returns whether the method is a suspend function, as Retrofit marks it. */
  private static boolean suspends(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof SkipCallbackExecutor) {
        return true;
      }
    }
    return false;
  }

  private CallAdapter<?, ?> next(Type returnType, Annotation[] annotations, Retrofit retrofit) {
    try {
      return retrofit.nextCallAdapter(this, returnType, annotations);
    } catch (IllegalArgumentException e) {
      boolean missing = String.valueOf(e.getMessage()).startsWith(NOT_FOUND);
      if (!missing) {
        throw e;
      }
      return new MissingCallAdapter<>(returnType);
    }
  }

  private <R, T> CallAdapter<R, T> returningErrors(CallAdapter<R, T> adapter) {
    return new CallAdapter<>() {
      @Override
      public Type responseType() {
        return adapter.responseType();
      }

      @Override
      public T adapt(Call<R> call) {
        return adapter.adapt(ErrorMappingCall.of(call, retries, observed));
      }
    };
  }

  private <R, T> CallAdapter<R, T> throwingErrors(
      CallAdapter<R, T> adapter, Predicate<Response<?>> refuses) {
    return new CallAdapter<>() {
      @Override
      public Type responseType() {
        return adapter.responseType();
      }

      @Override
      public T adapt(Call<R> call) {
        return adapter.adapt(new FailOnErrorCall<>(call, refuses, retries, observed));
      }
    };
  }

  private static boolean names(Class<?> name, Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return parameterized.getRawType() == name
          || Arrays.stream(parameterized.getActualTypeArguments())
              .anyMatch(each -> names(name, each));
    }
    return type instanceof WildcardType wildcard
        && Arrays.stream(wildcard.getLowerBounds()).anyMatch(each -> names(name, each));
  }

  /** Returns whether a suspend function made the call and returns a {@link Response}. */
  private static boolean continuesWithResponse(Response<?> response) {
    @Nullable Invocation invocation = response.raw().request().tag(Invocation.class);
    if (invocation == null) {
      return false;
    }
    Method method = invocation.method();
    return Arrays.stream(method.getGenericParameterTypes())
        .anyMatch(type -> names(Response.class, type));
  }
}
