package visibuild.internal.adapter;

import java.lang.reflect.Type;
import java.util.Map;
import retrofit2.Call;
import retrofit2.CallAdapter;
import visibuild.internal.error.CallLabel;

/**
 * Stands where a call adapter is missing, to say so in words when the method is called: whatever is
 * thrown before that, Retrofit hides as a cause.
 */
final class MissingCallAdapter<R> implements CallAdapter<R, Object> {
  /**
   * By the beginning of a type's name, a factory that makes such types, and the artifact it is in.
   */
  private static final Map<String, String> FACTORIES =
      Map.of(
          "io.reactivex.rxjava3.",
          "RxJava3CallAdapterFactory.create()), from com.squareup.retrofit2:adapter-rxjava3",
          "io.reactivex.",
          "RxJava2CallAdapterFactory.create()), from com.squareup.retrofit2:adapter-rxjava2",
          "rx.",
          "RxJavaCallAdapterFactory.create()), from com.squareup.retrofit2:adapter-rxjava",
          "reactor.core.",
          "ReactorCallAdapterFactory.create()), from com.jakewharton.retrofit:retrofit2-reactor-adapter",
          "com.google.common.",
          "GuavaCallAdapterFactory.create()), from com.squareup.retrofit2:adapter-guava",
          "scala.",
          "ScalaCallAdapterFactory.create()), from com.squareup.retrofit2:adapter-scala");

  private final Type returnType;

  MissingCallAdapter(Type returnType) {
    this.returnType = returnType;
  }

  /** Not decoded, since no call is made. */
  @Override
  public Type responseType() {
    return Void.class;
  }

  @Override
  public Object adapt(Call<R> call) {
    throw new IllegalStateException(
        "%s is to return %s, but this connection has no call adapter that makes one. Add it where the connection is built: Visibuild.builder().callAdapterFactory(%s."
            .formatted(
                CallLabel.of(call.request()),
                returnType.getTypeName(),
                factoryFor(returnType.getTypeName())));
  }

  private static String factoryFor(String type) {
    return FACTORIES.entrySet().stream()
        .filter(entry -> type.startsWith(entry.getKey()))
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .orElse("...), with a CallAdapter.Factory for this type");
  }
}
