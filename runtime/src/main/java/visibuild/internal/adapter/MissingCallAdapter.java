package visibuild.internal.adapter;

import java.lang.reflect.Type;
import java.util.Map;
import retrofit2.Call;
import retrofit2.CallAdapter;
import visibuild.internal.error.CallLabel;

/**
 * Replaces a missing call adapter, and reports it when the method is called. Retrofit would hide an
 * exception that is thrown earlier as a cause.
 */
final class MissingCallAdapter<R> implements CallAdapter<R, Object> {
  /** For the start of a type's name, the factory that makes such types, and its artifact. */
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

  /** Returns a type that needs no converter, because no call is made. */
  @Override
  public Type responseType() {
    return Void.class;
  }

  @Override
  public Object adapt(Call<R> call) {
    throw new IllegalStateException(
        "%s returns %s, but this connection has no call adapter for it. Add one where the connection is built: Visibuild.builder().callAdapterFactory(%s."
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
