package visibuild.spring.observe;

import java.util.List;
import visibuild.CallEvent;
import visibuild.CallListener;

/** Hands each event to several listeners, also if one of them throws. */
record CallListeners(List<CallListener> all) implements CallListener {
  @Override
  public void on(CallEvent event) {
    Fanout.each(all, listener -> listener.on(event));
  }
}
