package visibuild.internal.http;

import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KClass;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.error.SkipAuthentication;

/**
 * What a request may carry for the steps on its way. OkHttp keeps tags by Kotlin's classes, and
 * makes one each time that it is asked by Java's; each call is asked for these several times.
 */
final class RequestTag<T> {
  static final RequestTag<RequestOptions> OPTIONS = new RequestTag<>(RequestOptions.class);
  static final RequestTag<Scope> SCOPE = new RequestTag<>(Scope.class);
  static final RequestTag<SkipAuthentication> WITHOUT_TOKEN =
      new RequestTag<>(SkipAuthentication.class);
  static final RequestTag<AccessToken> TOKEN = new RequestTag<>(AccessToken.class);

  private final KClass<T> type;

  private RequestTag(Class<T> type) {
    this.type = JvmClassMappingKt.getKotlinClass(type);
  }

  @Nullable T of(Request request) {
    return request.tag(type);
  }

  Request.Builder put(T value, Request.Builder request) {
    return request.tag(type, value);
  }
}
