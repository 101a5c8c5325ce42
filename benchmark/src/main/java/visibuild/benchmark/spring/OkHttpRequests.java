package visibuild.benchmark.spring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/** Lets Spring send its requests with the HTTP client that all others send theirs with. */
public final class OkHttpRequests implements ClientHttpRequestFactory {
  private final OkHttpClient http;

  /** Sends with {@code http}. */
  public OkHttpRequests(OkHttpClient http) {
    this.http = http;
  }

  @Override
  public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
    return new Sent(http, uri, method);
  }

  private static final class Sent extends AbstractClientHttpRequest {
    private final OkHttpClient http;
    private final URI uri;
    private final HttpMethod method;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);

    Sent(OkHttpClient http, URI uri, HttpMethod method) {
      this.http = http;
      this.uri = uri;
      this.method = method;
    }

    @Override
    public HttpMethod getMethod() {
      return method;
    }

    @Override
    public URI getURI() {
      return uri;
    }

    @Override
    protected OutputStream getBodyInternal(HttpHeaders headers) {
      return body;
    }

    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
      Request.Builder request =
          new Request.Builder()
              .url(uri.toURL())
              .method(
                  method.name(),
                  method.equals(HttpMethod.GET) ? null : RequestBody.create(body.toByteArray()));
      headers.forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
      return new Received(http.newCall(request.build()).execute());
    }
  }

  private record Received(Response response) implements ClientHttpResponse {
    @Override
    public HttpStatusCode getStatusCode() {
      return HttpStatusCode.valueOf(response.code());
    }

    @Override
    public String getStatusText() {
      return response.message();
    }

    @Override
    public HttpHeaders getHeaders() {
      HttpHeaders headers = new HttpHeaders();
      response.headers().forEach(pair -> headers.add(pair.getFirst(), pair.getSecond()));
      return headers;
    }

    @Override
    public InputStream getBody() {
      return response.body().byteStream();
    }

    @Override
    public void close() {
      response.close();
    }
  }
}
