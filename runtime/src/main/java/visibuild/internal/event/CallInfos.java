package visibuild.internal.event;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import visibuild.CallInfo;
import visibuild.Scope;
import visibuild.internal.error.CallLabel;

/** Describes requests without the values that they carry. */
final class CallInfos {
  private static final String WHOLE_URL = "{url}";

  private CallInfos() {}

  static CallInfo of(Request request, Scope scope) {
    @Nullable Invocation invocation = request.tag(Invocation.class);
    @Nullable String template = invocation == null ? null : CallLabel.template(invocation.method());
    return new CallInfo(
        invocation == null ? null : api(invocation.service()).getName(),
        invocation == null ? null : invocation.method().getName(),
        request.method(),
        template == null ? WHOLE_URL : template,
        scope,
        request.url().host(),
        request.url().port());
  }

  /** Returns the interface of a generated client from the Retrofit interface nested in it. */
  private static Class<?> api(Class<?> calls) {
    @Nullable Class<?> client = calls.getEnclosingClass();
    if (client == null) {
      return calls;
    }
    Class<?>[] implemented = client.getInterfaces();
    return implemented.length == 1 ? implemented[0] : client;
  }
}
