package visibuild.processor.model;

import com.palantir.javapoet.ClassName;

/**
 * The types of Java, Retrofit and the runtime that the processor knows by name. By name, and not by
 * class, so that compiling loads nothing of Retrofit and OkHttp.
 */
public final class LibraryTypes {
  /** {@code java.util.Optional}. */
  public static final ClassName OPTIONAL = ClassName.get("java.util", "Optional");

  /** {@code java.util.concurrent.CompletableFuture}. */
  public static final ClassName COMPLETABLE_FUTURE =
      ClassName.get("java.util.concurrent", "CompletableFuture");

  /** {@code java.lang.Void}. */
  public static final ClassName BOXED_VOID = ClassName.get("java.lang", "Void");

  /** JSpecify's {@code Nullable}. */
  public static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

  /** Retrofit's {@code Call}. */
  public static final ClassName CALL = ClassName.get("retrofit2", "Call");

  /** Retrofit's {@code Response}. */
  public static final ClassName RESPONSE = ClassName.get("retrofit2", "Response");

  /** OkHttp's {@code Response}. */
  public static final ClassName OKHTTP_RESPONSE = ClassName.get("okhttp3", "Response");

  /** OkHttp's {@code ResponseBody}. */
  public static final ClassName RESPONSE_BODY = ClassName.get("okhttp3", "ResponseBody");

  /** OkHttp's {@code Headers}. */
  public static final ClassName HEADERS = ClassName.get("okhttp3", "Headers");

  /** OkHttp's {@code HttpUrl}. */
  public static final ClassName HTTP_URL = ClassName.get("okhttp3", "HttpUrl");

  /** OkHttp's {@code MultipartBody.Part}. */
  public static final ClassName PART = ClassName.get("okhttp3", "MultipartBody", "Part");

  /** {@code java.lang.String}. */
  public static final ClassName STRING = ClassName.get("java.lang", "String");

  /** Kotlin's {@code Unit}. */
  public static final ClassName UNIT = ClassName.get("kotlin", "Unit");

  /** Kotlin's {@code Result}. */
  public static final ClassName KOTLIN_RESULT = ClassName.get("kotlin", "Result");

  /** The last parameter of Kotlin's suspend functions. */
  public static final ClassName CONTINUATION = ClassName.get("kotlin.coroutines", "Continuation");

  /** The class that awaits a future in a suspend function; from kotlinx-coroutines-core. */
  public static final ClassName FUTURE_KT = ClassName.get("kotlinx.coroutines.future", "FutureKt");

  /** The annotation that Kotlin's compiler adds to each class. */
  public static final ClassName METADATA = ClassName.get("kotlin", "Metadata");

  /** The runtime's {@code Paged}. */
  public static final ClassName PAGED = ClassName.get("visibuild", "Paged");

  /** The runtime's {@code Page}. */
  public static final ClassName PAGE = ClassName.get("visibuild", "Page");

  /** The runtime's {@code RequestOptions}. */
  public static final ClassName REQUEST_OPTIONS = ClassName.get("visibuild", "RequestOptions");

  /** The runtime's {@code DataKey}. */
  public static final ClassName DATA_KEY = ClassName.get("visibuild", "DataKey");

  /** The runtime's {@code Scope}. */
  public static final ClassName SCOPE = ClassName.get("visibuild", "Scope");

  /** The runtime's {@code VisibuildApi}. */
  public static final ClassName VISIBUILD_API = ClassName.get("visibuild", "VisibuildApi");

  /** The runtime's {@code RequiresScope}. */
  public static final ClassName REQUIRES_SCOPE = ClassName.get("visibuild", "RequiresScope");

  /** The runtime's {@code ReadAccess}. */
  public static final ClassName READ_ACCESS = ClassName.get("visibuild", "ReadAccess");

  /** The runtime's {@code WriteAccess}. */
  public static final ClassName WRITE_ACCESS = ClassName.get("visibuild", "WriteAccess");

  /** The runtime's {@code CallsOf}. */
  public static final ClassName CALLS_OF = ClassName.get("visibuild.call", "CallsOf");

  /** The runtime's {@code ClientCalls}. */
  public static final ClassName CLIENT_CALLS = ClassName.get("visibuild.call", "ClientCalls");

  private LibraryTypes() {}

  /** Returns whether {@code type} stands for a response without a value. */
  static boolean isNothing(TypeUse type) {
    return type.is(BOXED_VOID) || type.is(UNIT);
  }
}
