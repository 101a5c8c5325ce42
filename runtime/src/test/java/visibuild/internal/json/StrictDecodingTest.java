package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.DataKey;
import visibuild.DecodingException;
import visibuild.Page;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Values that Jackson would change or drop silently. */
class StrictDecodingTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  record Counts(int n, long m, @Nullable Integer boxed, @Nullable List<Integer> all) {}

  interface Wire {
    @GET("counts")
    Call<Counts> counts();

    @DataKey("counts")
    @GET("counts")
    Call<Counts> countsByKey();

    @GET("counts")
    Call<Page<Counts>> page();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\":1.9,\"m\":1}",
        "{\"n\":1.0,\"m\":1}",
        "{\"n\":1,\"m\":1.9}",
        "{\"n\":1e3,\"m\":2}",
        "{\"n\":1,\"m\":2,\"boxed\":0.5}",
        "{\"n\":1,\"m\":2,\"all\":[1.5]}"
      })
  void fractionForAWholeNumber_isRefused(String counts) {
    server.calls(Replies.json("{\"data\":{\"counts\":%s}}".formatted(counts)));

    assertThatThrownBy(() -> ClientCalls.execute(wire().counts()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("$.data.counts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2}},\"data\":{\"counts\":{\"n\":3,\"m\":4}}}",
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2},\"counts\":{\"n\":3,\"m\":4}}}",
        "{\"data\":{\"counts\":{\"n\":1,\"n\":2,\"m\":2}}}",
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2,\"x\":1,\"x\":2}}}",
        "{\"data\":{\"counts\":{\"n\":1,\"m\":2}},\"pagination\":null,\"pagination\":null}"
      })
  void memberThatOccursTwice_isRefused(String body) {
    server.calls(Replies.json(body));

    assertThatThrownBy(() -> ClientCalls.execute(wire().countsByKey()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("a member occurs twice");
  }

  @Test
  void cursorThatOccursTwice_isRefused() {
    server.calls(
        Replies.json("{\"data\":{\"counts\":[]},\"pagination\":{\"next\":\"a\",\"next\":null}}"));

    assertThatThrownBy(() -> ClientCalls.execute(wire().page()))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void sameMemberInDifferentObjects_isRead() {
    server.calls(Replies.json("{\"n\":0,\"data\":{\"counts\":{\"n\":1,\"m\":2,\"x\":{\"n\":1}}}}"));

    assertThat(ClientCalls.execute(wire().counts()).n()).isEqualTo(1);
  }

  private Wire wire() {
    return server.connect(Scope.READ).readAccess().implement(Wire.class);
  }
}
