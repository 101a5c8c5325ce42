package visibuild.testing.server;

import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.ByteString;
import visibuild.testing.http.SandboxHttpResponse;

/** The ways a response can end. */
public enum ResponseEnding {
  /** As it should. */
  WHOLE,

  /** After half of the body, and that as if it were all. */
  HALF_BODY {
    @Override
    SandboxHttpResponse alter(SandboxHttpResponse whole) {
      ByteString body = whole.body();
      return whole.withBody(body.substring(0, body.size() / 2));
    }
  },

  /** With a connection that breaks while the body is sent. */
  CUT_OFF {
    @Override
    void apply(MockResponse.Builder response) {
      response.onResponseBody(new SocketEffect.CloseSocket());
    }
  },

  /** Before it began: the connection breaks without a byte. */
  NO_RESPONSE {
    @Override
    void apply(MockResponse.Builder response) {
      response.onResponseStart(new SocketEffect.CloseSocket());
    }
  };

  SandboxHttpResponse alter(SandboxHttpResponse whole) {
    return whole;
  }

  void apply(MockResponse.Builder response) {}
}
