package visibuild.spring.observe;

import java.util.List;
import visibuild.TokenEvent;
import visibuild.TokenListener;

/** Hands each event to several listeners, also if one of them throws. */
record TokenListeners(List<TokenListener> all) implements TokenListener {
  @Override
  public void on(TokenEvent event) {
    Fanout.each(all, listener -> listener.on(event));
  }
}
