package visibuild.internal.http;

import okhttp3.Call;
import okhttp3.Request;
import visibuild.internal.event.CallEventPublisher;

/** Gives each request a tracker, through which the rest of the chain publishes events. */
public record TrackingCallFactory(Call.Factory calls, CallEventPublisher events)
    implements Call.Factory {
  @Override
  public Call newCall(Request request) {
    return calls.newCall(events.track(request, RequiredScope.of(request)));
  }
}
