package visibuild.testing.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class IdsTest {
  private static final Instant MOMENT = Instant.parse("2026-03-02T09:00:00.123Z");

  private final Ids ids = new Ids(new SplittableRandom(1));

  @Test
  void idIsAUuidOfVersion7() {
    UUID id = UUID.fromString(ids.at(MOMENT));

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void idBeginsWithItsMillisecond() {
    assertThat(UUID.fromString(ids.at(MOMENT)).getMostSignificantBits() >>> 16)
        .isEqualTo(MOMENT.toEpochMilli());
  }

  @Test
  void idsOfOneMillisecondSortInTheirOrder() {
    assertThat(Stream.generate(() -> ids.at(MOMENT)).limit(300_000).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void idOfALaterMillisecondSortsBehind() {
    String earlier = ids.at(MOMENT);

    assertThat(ids.at(MOMENT.plusMillis(1))).isGreaterThan(earlier);
  }
}
