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
 * Stands before all other call adapters, Retrofit's and the user's, and hands them calls whose
 * failures are ours: so a {@code CompletableFuture}, a {@code Single} or a suspend function fails
 * as any other call does. Where the return type names {@link Response}, or is a {@link Call}, whose
 * {@code execute} returns one, an error of the server's stays a response, since that is what was
 * asked for.
 */
public final class ErrorMappingCallAdapterFactory extends CallAdapter.Factory {
  /**
   * How Retrofit says that no factory makes such a type; a factory may refuse one in other words.
   */
  private static final String NOT_FOUND = "Could not locate call adapter";

  private final boolean observed;

  /**
   * Makes the adapters.
   *
   * @param observed whether the start and the end of each call are published
   */
  public ErrorMappingCallAdapterFactory(boolean observed) {
    this.observed = observed;
  }

  @Override
  public CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
    CallAdapter<?, ?> adapter = next(returnType, annotations, retrofit);
    boolean suspends = Arrays.stream(annotations).anyMatch(SkipCallbackExecutor.class::isInstance);
    boolean isCall = getRawType(returnType) == Call.class && !suspends;
    return isCall || names(Response.class, returnType)
        ? answering(adapter)
        : refusing(adapter, response -> !continuesWithResponse(response));
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

  private <R, T> CallAdapter<R, T> answering(CallAdapter<R, T> adapter) {
    return new CallAdapter<>() {
      @Override
      public Type responseType() {
        return adapter.responseType();
      }

      @Override
      public T adapt(Call<R> call) {
        return adapter.adapt(ErrorMappingCall.of(observed(call)));
      }
    };
  }

  private <R, T> CallAdapter<R, T> refusing(
      CallAdapter<R, T> adapter, Predicate<Response<?>> refuses) {
    return new CallAdapter<>() {
      @Override
      public Type responseType() {
        return adapter.responseType();
      }

      @Override
      public T adapt(Call<R> call) {
        return adapter.adapt(new FailOnErrorCall<>(observed(call), refuses));
      }
    };
  }

  private <R> Call<R> observed(Call<R> call) {
    return observed ? new ObservedCall<>(call) : call;
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

  /** Whether the call is a suspend function's that returns a {@link Response}. */
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
