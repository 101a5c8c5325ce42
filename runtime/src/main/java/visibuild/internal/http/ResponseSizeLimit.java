package visibuild.internal.http;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.Streaming;
import visibuild.DecodingException;
import visibuild.internal.error.BodyReadException;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.WrappedApiIOException;

/**
 * Bounds the decoded size of a response, so that a broken or hostile server cannot exhaust the
 * memory of the program, with a few kilobytes of gzip for instance. A body that the program streams
 * is not bounded, because it is not held in memory.
 *
 * <p>Also marks the failures of a body that Retrofit reads whole, so that such a call is repeated
 * and reported like a decoded body.
 *
 * @param maxBytes the most bytes of a decoded body
 */
public record ResponseSizeLimit(long maxBytes, CallInterceptor next) implements CallInterceptor {
  @Override
  public Response send(Chain chain, Request request) throws IOException {
    Response response = next.send(chain, request);
    if (isStreamed(request)) {
      return response;
    }
    ResponseBody body = response.body();
    boolean isBuffered = isBuffered(request);
    // OkHttp holds a body to its length.
    boolean isShort = body.contentLength() >= 0 && body.contentLength() <= maxBytes;
    if (isShort && !isBuffered) {
      return response;
    }
    Source source = isShort ? body.source() : new LimitedSource(body.source(), request, maxBytes);
    return response
        .newBuilder()
        .body(
            ResponseBody.create(
                Okio.buffer(isBuffered ? new MarkingSource(source) : source),
                body.contentType(),
                body.contentLength()))
        .build();
  }

  /** Returns whether Retrofit's own converter reads the body, before the program gets it. */
  private static boolean isBuffered(Request request) {
    @Nullable Invocation invocation = request.tag(Invocation.class);
    return invocation != null && namesBody(resultType(invocation.method()));
  }

  /** Returns the return type; of a suspend function, the type that it resumes with. */
  private static Type resultType(Method method) {
    Type returned = method.getGenericReturnType();
    if (returned != Object.class) {
      return returned;
    }
    Type[] parameters = method.getGenericParameterTypes();
    return parameters.length == 0 ? returned : parameters[parameters.length - 1];
  }

  private static boolean namesBody(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return anyNamesBody(parameterized.getActualTypeArguments());
    }
    return type == ResponseBody.class
        || (type instanceof WildcardType wildcard && anyNamesBody(wildcard.getLowerBounds()));
  }

  private static boolean anyNamesBody(Type[] types) {
    for (Type type : types) {
      if (namesBody(type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStreamed(Request request) {
    @Nullable Invocation invocation = request.tag(Invocation.class);
    return invocation != null && invocation.method().isAnnotationPresent(Streaming.class);
  }

  /** A source that marks failures of the connection, as the converters of this library do. */
  private static final class MarkingSource extends ForwardingSource {
    MarkingSource(Source source) {
      super(source);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      try {
        return super.read(sink, byteCount);
      } catch (WrappedApiIOException e) {
        throw e;
      } catch (IOException e) {
        throw new BodyReadException(e);
      }
    }
  }

  /** A source that fails when more than the limit is read from it. */
  private static final class LimitedSource extends ForwardingSource {
    private final transient Request request;
    private final long maxBytes;
    private long read;

    LimitedSource(Source source, Request request, long maxBytes) {
      super(source);
      this.request = request;
      this.maxBytes = maxBytes;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long count = super.read(sink, byteCount);
      read += Math.max(0, count);
      if (read > maxBytes) {
        throw new WrappedApiIOException(
            new DecodingException(
                ("%s returned more than %d bytes. Ask for smaller pages, stream the body, or raise"
                        + " maxResponseBytes(...) on the builder.")
                    .formatted(CallLabel.of(request), maxBytes),
                null));
      }
      return count;
    }
  }
}
