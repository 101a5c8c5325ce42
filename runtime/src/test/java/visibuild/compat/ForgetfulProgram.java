package visibuild.compat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import visibuild.AccessUsage;
import visibuild.AccessUsageLog;
import visibuild.Attachments;
import visibuild.ClientCredentials;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.TokenStore;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.Project;
import visibuild.micrometer.TokenMetrics;

/** A program that uses everything that may start a thread, and forgets each {@code close()}. */
public final class ForgetfulProgram {
  private ForgetfulProgram() {}

  /** Calls the server at the given URL. */
  public static void main(String[] arguments) throws Exception {
    AccessUsage usage = new AccessUsage();
    Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(arguments[0])
            .credential(ClientCredentials.of("an-id", "a-secret", Scope.READ_WRITE))
            .tokenStore(TokenStore.inMemory(), new SecretKeySpec(new byte[16], "AES"))
            .tokenListener(new TokenMetrics(new SimpleMeterRegistry()))
            .accessUsage(usage)
            .build();
    AccessUsageLog.builder(usage).start();
    Calls calls = visibuild.writeAccess().implement(Calls.class);
    Project project = ClientCalls.execute(calls.project("p1"));
    System.out.println(ClientCalls.async(calls.project("p1")).get(60, TimeUnit.SECONDS));
    System.out.println(ClientCalls.async(calls.create(project)).get(60, TimeUnit.SECONDS));
    Paged<Project> pages = ClientCalls.paged(calls::page);
    // The second page is on its way, and stays unread.
    Iterator<Project> unfinished = pages.readAhead().iterator();
    System.out.println(unfinished.next());
    System.out.println(first(pages));
    System.out.println(
        Attachments.upload(
            visibuild.writeAccess(),
            "photo.jpg",
            "image/jpeg",
            new ByteArrayInputStream("hello".getBytes(UTF_8))));
    System.out.println("the main thread ends");
  }

  private static Project first(Paged<Project> pages) throws Exception {
    CompletableFuture<Project> first = new CompletableFuture<>();
    pages
        .publisher()
        .subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
              }

              @Override
              public void onNext(Project project) {
                first.complete(project);
              }

              @Override
              public void onError(Throwable failure) {
                first.completeExceptionally(failure);
              }

              @Override
              public void onComplete() {}
            });
    return first.get(60, TimeUnit.SECONDS);
  }
}
