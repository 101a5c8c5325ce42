package program;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import retrofit2.Response;
import visibuild.Visibuild;

/** For each method of {@link AdaptedApi}, how a program gets at the response, as a text. */
public final class Program implements Function<Visibuild, Map<String, Callable<String>>> {
  private static final Site NEW = new Site("new");

  @Override
  public Map<String, Callable<String>> apply(Visibuild visibuild) {
    AdaptedApi api = AdaptedApiClient.create(visibuild.writeAccess());
    return Map.ofEntries(
        Map.entry("mono", () -> api.mono().block().id()),
        Map.entry("monoOfResponse", () -> text(api.monoOfResponse().block())),
        Map.entry("monoOfWrite", () -> api.monoOfWrite(NEW).block().id()),
        Map.entry("flux", () -> api.flux().blockLast().id()),
        Map.entry("fluxOfResponse", () -> text(api.fluxOfResponse().blockLast())),
        Map.entry("fluxOfWrite", () -> api.fluxOfWrite(NEW).blockLast().id()),
        Map.entry("guava", () -> api.guava().get().id()),
        Map.entry("guavaOfResponse", () -> text(api.guavaOfResponse().get())),
        Map.entry("guavaOfWrite", () -> api.guavaOfWrite(NEW).get().id()),
        Map.entry("rxJava", () -> api.rxJava().blockingGet().id()),
        Map.entry("rxJavaOfResponse", () -> text(api.rxJavaOfResponse().blockingGet())),
        Map.entry("rxJavaOfWrite", () -> api.rxJavaOfWrite(NEW).blockingGet().id()),
        Map.entry("later", () -> api.later().get().id()),
        Map.entry("laterOfWrite", () -> api.laterOfWrite(NEW).get().id()));
  }

  private static String text(Response<Site> response) {
    return response.code() + (response.body() == null ? "" : " " + response.body().id());
  }
}
