package visibuild.internal.http;

import okhttp3.Call;
import okhttp3.Request;
import visibuild.RequestOptions;

/**
 * Adds options to each request that carries none.
 *
 * @param calls makes the calls
 * @param options the options of requests without own ones
 */
public record DefaultOptionsCallFactory(Call.Factory calls, RequestOptions options)
    implements Call.Factory {
  @Override
  public Call newCall(Request request) {
    return calls.newCall(
        RequestTag.OPTIONS.of(request) == null
            ? RequestTag.OPTIONS.put(options, request.newBuilder()).build()
            : request);
  }
}
