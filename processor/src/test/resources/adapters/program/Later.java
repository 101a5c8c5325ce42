package program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** A return type of the program's own, which the processor knows by its option. */
final class Later<T> {
  private final Call<T> call;

  private Later(Call<T> call) {
    this.call = call;
  }

  T get() {
    try {
      return call.execute().body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes it of calls. */
  static final class Factory extends CallAdapter.Factory {
    @Override
    public CallAdapter<?, ?> get(Type type, Annotation[] annotations, Retrofit retrofit) {
      return getRawType(type) == Later.class
          ? adapter(getParameterUpperBound(0, (ParameterizedType) type))
          : null;
    }

    private static <T> CallAdapter<T, Later<T>> adapter(Type responseType) {
      return new CallAdapter<>() {
        @Override
        public Type responseType() {
          return responseType;
        }

        @Override
        public Later<T> adapt(Call<T> call) {
          return new Later<>(call);
        }
      };
    }
  }
}
