package visibuild.internal.http;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Invocation;
import visibuild.Scope;
import visibuild.internal.event.Repetition;

/** Counts each call of the program once, before its first attempt. */
public record UsageInterceptor(Counter counter, CallInterceptor next) implements CallInterceptor {
  /** The receiver of the counted calls. */
  @FunctionalInterface
  public interface Counter {
    /** Counts a call of a method of {@code calls}, which needs {@code scope}. */
    void count(Class<?> calls, String method, Scope scope);
  }

  @Override
  public Response send(Chain chain, Request request) throws IOException {
    Invocation invocation = request.tag(Invocation.class);
    if (invocation != null && !Repetition.isMarked(request)) {
      counter.count(invocation.service(), invocation.method().getName(), RequiredScope.of(request));
    }
    return next.send(chain, request);
  }
}
