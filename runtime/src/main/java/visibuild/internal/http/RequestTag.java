package visibuild.internal.http;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import visibuild.RequestOptions;
import visibuild.internal.error.SkipAuthentication;

/**
 * The tags of a request that this library reads and writes. Tags are keyed by Java classes, because
 * OkHttp 4 has no tags keyed by Kotlin classes.
 *
 * @param <T> the tag's value
 */
final class RequestTag<T> {
  static final RequestTag<RequestOptions> OPTIONS = new RequestTag<>(RequestOptions.class);
  static final RequestTag<SkipAuthentication> WITHOUT_TOKEN =
      new RequestTag<>(SkipAuthentication.class);

  private final Class<T> type;

  private RequestTag(Class<T> type) {
    this.type = type;
  }

  @Nullable T of(Request request) {
    return request.tag(type);
  }

  Request.Builder put(T value, Request.Builder request) {
    return request.tag(type, value);
  }
}
