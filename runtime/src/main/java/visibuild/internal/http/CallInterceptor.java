package visibuild.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A step around the rest of a call. All steps form one OkHttp interceptor, since OkHttp copies its
 * settings for each interceptor of each call.
 */
@FunctionalInterface
public interface CallInterceptor extends Interceptor {
  /**
   * Sends {@code request}, or what this step makes of it.
   *
   * @param chain what sends it in the end
   */
  Response send(Chain chain, Request request) throws IOException;

  @Override
  default Response intercept(Chain chain) throws IOException {
    return send(chain, chain.request());
  }
}
