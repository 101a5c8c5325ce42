package visibuild.internal.error;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.HttpUrl;
import visibuild.ConnectionException;
import visibuild.VisibuildException;

/** Explains failures of the transport: calls that got no response, or only the start of one. */
public final class TransportErrors {
  /** OkHttp's message for a proxy that opens no tunnel to the host; the status follows. */
  private static final String NO_TUNNEL = "Unexpected response code for CONNECT: ";

  /** OkHttp's message for a proxy that rejects the login, or the lack of one. */
  private static final String NO_LOGIN = "Failed to authenticate with proxy";

  /** The start of OkHttp's message for a 407 although no proxy is configured. */
  private static final String LOGIN_WITHOUT_PROXY = "Received HTTP_PROXY_AUTH (407)";

  /** A part of the JDK's messages for the refusals of a SOCKS proxy. */
  private static final String SOCKS = "SOCKS";

  /** OkHttp's message for a call in the background that its executor does not take. */
  private static final String NO_THREADS = "executor rejected";

  /** The start of OkHttp's message for more than twenty redirects. */
  private static final String TOO_MANY_REDIRECTS = "Too many follow-up requests";

  /** A part of OkHttp's message for a request body that is longer than it states. */
  private static final String TOO_LONG = " bytes but received ";

  /**
   * OkHttp's message for a {@code Dns} of the program; before it stands the class, after the host.
   */
  private static final String NO_ADDRESSES = " returned no addresses for ";

  /** The host at the start of an {@link UnknownHostException}'s message. */
  private static final Pattern HOST =
      Pattern.compile("[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,10}(?=$|[.:/])");

  private TransportErrors() {}

  /**
   * Returns the exception for a failure of the transport.
   *
   * @param call the call's label, such as {@code GET api/core/v1/projects}
   */
  public static VisibuildException of(IOException failure, String call, HttpUrl url) {
    return of(failure, call, url, false);
  }

  /**
   * Returns the exception for a failure of the transport.
   *
   * @param call the call's label, such as {@code GET api/core/v1/projects}
   * @param cancelled whether the call was cancelled; then it may fail in any way
   */
  public static VisibuildException of(
      IOException failure, String call, HttpUrl url, boolean cancelled) {
    if (failure instanceof WrappedApiIOException wrapped) {
      return wrapped.failure();
    }
    boolean hasBegun = failure instanceof BodyReadException;
    IOException cause = failure instanceof BodyReadException body ? body.failure() : failure;
    String message =
        hasBegun
            ? "%s got a response from %s that broke off: %s"
            : "%s got no response from %s: %s";
    return new ConnectionException(
        message.formatted(call, url.host(), explain(cause, url.host(), cancelled)),
        CleanCause.of(cause));
  }

  /** Returns whether the call fails again: for an intermediary, a redirect, or its own body. */
  public static boolean isPermanent(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return isOfFile(failure)
        || isOfLength(message)
        || message.equals(NO_LOGIN)
        || message.startsWith(LOGIN_WITHOUT_PROXY)
        || message.startsWith(TOO_MANY_REDIRECTS);
  }

  /** Returns whether a file could not be read; no connection fails in this way. */
  private static boolean isOfFile(IOException failure) {
    return failure instanceof FileNotFoundException || failure instanceof FileSystemException;
  }

  private static boolean isOfLength(String message) {
    return message.startsWith("expected ") && message.contains(TOO_LONG);
  }

  /** Returns the exception for a call that was cancelled because its connection was closed. */
  public static VisibuildException ofClose(IOException failure, String call) {
    return new ConnectionException(
        call + " got no response: this Visibuild was closed while the call ran.",
        CleanCause.of(failure));
  }

  private static String explain(IOException failure, String host, boolean cancelled) {
    if (failure instanceof InterruptedIOException && NO_THREADS.equals(failure.getMessage())) {
      return "it was not sent, because the HTTP client's threads have ended; was it closed?";
    }
    if (InterruptErrors.isThreadInterrupt(failure)) {
      return "the thread was interrupted.";
    }
    if (InterruptErrors.isTimeout(failure)) {
      // Before the cancellation, since OkHttp cancels a call whose timeout has passed.
      return "its timeout passed.";
    }
    if (cancelled || "Canceled".equals(failure.getMessage())) {
      return "the call was cancelled.";
    }
    if (failure instanceof UnknownHostException) {
      return unknownHost(String.valueOf(failure.getMessage()), host);
    }
    if (failure instanceof ConnectException) {
      return "the connection was refused or could not be made; check the base URL, and the network.";
    }
    if (failure instanceof NoRouteToHostException) {
      return "there is no route to the host; check the network, a VPN or a firewall.";
    }
    if (failure instanceof CleartextException) {
      return String.valueOf(failure.getMessage());
    }
    if (TlsErrors.isCertificateUntrusted(failure)) {
      return "the server's certificate is not trusted; check the certificates that this program trusts.";
    }
    if (failure instanceof SSLHandshakeException) {
      return "the TLS handshake failed; see the cause, and check proxies and firewalls in between.";
    }
    if (isOfFile(failure)) {
      return "a file that it needs could not be read (" + typeName(failure) + "); see the cause.";
    }
    String message = String.valueOf(failure.getMessage());
    if (isOfLength(message)) {
      return "its body is longer than its contentLength() states; correct one of them.";
    }
    if (message.equals(NO_LOGIN)) {
      return "the proxy requires a user name and password (407), or rejects the given ones.";
    }
    if (message.startsWith(NO_TUNNEL)) {
      String status = message.substring(NO_TUNNEL.length());
      return "the proxy opens no tunnel to it (" + status + "); check the proxy's settings.";
    }
    if (failure instanceof SocketException && message.contains(SOCKS)) {
      return "the SOCKS proxy makes no connection to it; see the cause, and check the proxy's address and login.";
    }
    if (message.startsWith(LOGIN_WITHOUT_PROXY)) {
      return "something in between requires a proxy login (407), although no proxy is configured;"
          + " check the network, and pass its proxy to HttpOptions.";
    }
    if (message.startsWith(TOO_MANY_REDIRECTS)) {
      return "the server redirects without end, perhaps to a login page; check the base URL.";
    }
    return "the connection failed (" + typeName(failure) + ").";
  }

  /** The unknown host may be another one: that of a proxy, or one that a redirect leads to. */
  private static String unknownHost(String message, String host) {
    int named = message.indexOf(NO_ADDRESSES);
    Matcher other =
        HOST.matcher(named < 0 ? message : message.substring(named + NO_ADDRESSES.length()));
    return other.lookingAt() && !other.group().equalsIgnoreCase(host)
        ? "the host %s of a proxy or a redirect is unknown; check the proxy's settings, and the base URL."
            .formatted(other.group())
        : "the host is unknown; check the region or base URL, and the network.";
  }

  /** An anonymous class has no simple name. */
  private static String typeName(IOException failure) {
    String name = failure.getClass().getSimpleName();
    return name.isEmpty() ? IOException.class.getSimpleName() : name;
  }
}
