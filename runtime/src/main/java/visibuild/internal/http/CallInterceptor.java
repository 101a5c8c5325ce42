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
   * Sends {@code request}, possibly changed by this step.
   *
   * @param chain the chain of OkHttp, with which the last step sends the request
   */
  Response send(Chain chain, Request request) throws IOException;

  @Override
  default Response intercept(Chain chain) throws IOException {
    return send(chain, chain.request());
  }
}
