package visibuild.internal.json;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;

/** Bodies of requests. */
class BodyConverterTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  record Order(String secret, Object thing) {
    @Override
    public String toString() {
      return "Order[secret=" + secret + "]";
    }
  }

  interface Orders {
    @POST("api/core/v1/orders")
    Call<Project> send(@Body Order order);
  }

  private static final Order UNWRITABLE = new Order("sentinel-4711", new Object());

  @Test
  void aBodyIsWrittenAsJson() {
    ClientCalls.execute(server.writeCalls().create(new Project("p1", null)));

    assertThat(server.calls().get(0).getBody().utf8()).isEqualTo("{\"id\":\"p1\"}");
  }

  @Test
  void aBodyThatCannotBeWrittenIsNamedByTypeAndMemberAndNotPrinted() {
    assertThatThrownBy(() -> ClientCalls.execute(orders().send(UNWRITABLE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The body cannot be written as JSON, because of $.thing in Order;")
        .hasMessageNotContaining("sentinel");
  }

  @Test
  void aBodyThatContainsItself_isNamedByAShortPath() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);

    assertThatThrownBy(() -> ClientCalls.execute(orders().send(new Order("a", endless))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The body cannot be written as JSON, because of $.thing[0][0]")
        .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(500));
  }

  @Test
  void aBodyThatCannotBeWrittenFailsTheFuture() {
    assertThatThrownBy(() -> ClientCalls.async(orders().send(UNWRITABLE)).get(60, SECONDS))
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  private Orders orders() {
    return server.connect(Scope.READ_WRITE).writeAccess().implement(Orders.class);
  }
}
