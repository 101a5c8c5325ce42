package visibuild.testing.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lets visis live: from open, step by step, to where they are now. Old ones are mostly done. */
final class StatusHistory {
  private static final List<List<VisiStatus>> COURSES =
      List.of(
          List.of(),
          List.of(VisiStatus.IN_PROGRESS),
          List.of(VisiStatus.IN_PROGRESS, VisiStatus.IN_REVIEW),
          List.of(VisiStatus.IN_PROGRESS, VisiStatus.IN_REVIEW, VisiStatus.CLOSED),
          List.of(
              VisiStatus.IN_PROGRESS,
              VisiStatus.IN_REVIEW,
              VisiStatus.IN_PROGRESS,
              VisiStatus.IN_REVIEW,
              VisiStatus.CLOSED),
          List.of(VisiStatus.N_A),
          List.of(VisiStatus.IN_PROGRESS, VisiStatus.CANT_CLOSE));

  /** The weight of each of {@link #COURSES}, in their order. */
  private static final int[] YOUNG = {52, 22, 10, 10, 2, 3, 1};

  private static final int[] OLD = {7, 5, 5, 62, 12, 6, 3};
  private static final int[] FINISHED = {0, 0, 0, 80, 12, 6, 2};
  private static final Duration YOUTH = Duration.ofDays(30);

  private final SeededRandom dice;
  private final Ids ids;
  private final ProjectPeople cast;
  private final Instant now;
  private final List<VisiStatusChange> changes = new ArrayList<>();

  StatusHistory(SeededRandom dice, Ids ids, ProjectPeople cast, Instant now) {
    this.dice = dice;
    this.ids = ids;
    this.cast = cast;
    this.now = now;
  }

  /** The final status of a visi, with the times of its first and last change. */
  record Outcome(VisiStatus status, @Nullable Instant startedAt, Instant updatedAt) {}

  Outcome live(String visiId, Instant createdAt) {
    VisiStatus status = VisiStatus.OPEN;
    Instant startedAt = null;
    Instant updatedAt = createdAt;
    for (VisiStatus next : course(createdAt)) {
      updatedAt = dice.moment(updatedAt, soonAfter(updatedAt));
      startedAt = startedAt == null ? updatedAt : startedAt;
      changes.add(
          new VisiStatusChange(
              ids.at(updatedAt),
              visiId,
              dice.oneOf(cast.users()).id(),
              next.name().toLowerCase(Locale.ROOT),
              comment(status, next),
              status,
              next,
              updatedAt));
      status = next;
    }
    return new Outcome(status, startedAt, updatedAt);
  }

  List<VisiStatusChange> changes() {
    return List.copyOf(changes);
  }

  /** Returns the reason for an unusual status change. */
  private static @Nullable String comment(VisiStatus before, VisiStatus after) {
    return switch (after) {
      case N_A -> "Not needed here.";
      case CANT_CLOSE -> "No access any more.";
      case IN_PROGRESS ->
          before == VisiStatus.IN_REVIEW ? "Not accepted: please go over it again." : null;
      default -> null;
    };
  }

  private List<VisiStatus> course(Instant createdAt) {
    if (!cast.project().active()) {
      return dice.weighted(COURSES, FINISHED);
    }
    boolean young = Duration.between(createdAt, now).compareTo(YOUTH) < 0;
    return dice.weighted(COURSES, young ? YOUNG : OLD);
  }

  /** At most two weeks on, and never after now. */
  private Instant soonAfter(Instant moment) {
    Instant later = moment.plus(Duration.ofDays(14));
    return later.isBefore(now) ? later : now;
  }
}
