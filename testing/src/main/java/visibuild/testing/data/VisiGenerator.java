package visibuild.testing.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Generates the visis of one project and what hangs on them. */
final class VisiGenerator {
  private static final List<VisiType> TYPES = List.of(VisiType.values());

  /** The weight of each of {@link #TYPES}, in their order. */
  private static final int[] TYPE_WEIGHTS = {36, 9, 6, 12, 20, 4, 7, 3, 3};

  private static final int HOLD_POINTS_SKIPPED_PERCENT = 8;

  private final SeededRandom dice;
  private final Ids ids;
  private final ProjectPeople cast;
  private final Instant now;
  private final StatusHistory history;
  private final List<Visi> visis = new ArrayList<>();
  private final List<VisiTag> tags = new ArrayList<>();
  private final List<VisiRequirement> requirements = new ArrayList<>();

  VisiGenerator(SeededRandom dice, Ids ids, ProjectPeople cast, Instant now) {
    this.dice = dice;
    this.ids = ids;
    this.cast = cast;
    this.now = now;
    this.history = new StatusHistory(dice, ids, cast, now);
  }

  void generate(int count, List<Tag> companyTags) {
    List<Instant> moments =
        IntStream.range(0, count).mapToObj(i -> dice.moment(cast.start(), now)).sorted().toList();
    for (Instant createdAt : moments) {
      Visi visi = visi(visis.size() + 1, createdAt);
      visis.add(visi);
      Tag tag = dice.perhapsOneOf(companyTags, 25);
      if (tag != null) {
        tags.add(new VisiTag(visi.id(), tag.id()));
      }
      if (visi.category() == VisiCategory.INSPECTION) {
        addRequirements(visi);
      }
    }
  }

  List<Visi> visis() {
    return sorted(visis, Comparator.comparing(Visi::id));
  }

  List<VisiTag> tags() {
    return sorted(tags, Comparator.comparing(VisiTag::visiId));
  }

  List<VisiRequirement> requirements() {
    return sorted(requirements, Comparator.comparing(VisiRequirement::id));
  }

  List<VisiStatusChange> statusChanges() {
    return sorted(history.changes(), Comparator.comparing(VisiStatusChange::id));
  }

  private Visi visi(int number, Instant createdAt) {
    String id = ids.at(createdAt);
    VisiType type = dice.weighted(TYPES, TYPE_WEIGHTS);
    Subtype subtype = dice.oneOf(cast.subtypes().getOrDefault(type, List.of()));
    Location location = dice.oneOf(cast.locations());
    StatusHistory.Outcome outcome = history.live(id, createdAt);
    boolean toCompany = dice.chance(40);
    DefectRound round = type == VisiType.DEFECT ? dice.perhapsOneOf(cast.defectRounds(), 70) : null;
    ProjectMilestone milestone = dice.perhapsOneOf(cast.milestones(), 30);
    boolean skipped = type == VisiType.HOLD_POINT && dice.chance(HOLD_POINTS_SKIPPED_PERCENT);
    return new Visi(
        id,
        dice.chance(92),
        "VIS-" + number,
        subtype.name() + ", " + location.name(),
        dice.chance(60) ? "See " + location.nestedName() + "." : null,
        type,
        type.category(),
        outcome.status(),
        subtype.id(),
        cast.project().id(),
        location.id(),
        round == null ? null : round.id(),
        milestone == null ? null : milestone.id(),
        toCompany ? dice.oneOf(cast.companies()).id() : dice.oneOf(cast.users()).id(),
        toCompany ? "ProjectCompany" : "ProjectUser",
        dice.oneOf(cast.users()).id(),
        outcome.status() == VisiStatus.N_A ? predecessor() : null,
        photos(),
        dueDate(createdAt),
        skipped ? outcome.updatedAt() : null,
        outcome.startedAt(),
        createdAt,
        outcome.updatedAt(),
        outcome.status() == VisiStatus.CLOSED && dice.chance(3));
  }

  /** Returns the visi that replaces this one, if this one does not apply. */
  private @Nullable String predecessor() {
    Visi earlier = dice.perhapsOneOf(visis, 30);
    return earlier == null ? null : earlier.id();
  }

  private @Nullable LocalDate dueDate(Instant createdAt) {
    return dice.chance(15)
        ? null
        : createdAt.atZone(ZoneOffset.UTC).toLocalDate().plusDays(dice.between(3, 45));
  }

  private List<String> photos() {
    if (cast.attachments().isEmpty()) {
      return List.of();
    }
    return IntStream.range(0, dice.weighted(List.of(0, 1, 2, 3), 55, 25, 15, 5))
        .mapToObj(i -> dice.oneOf(cast.attachments()).id())
        .distinct()
        .toList();
  }

  private void addRequirements(Visi visi) {
    int count = dice.between(0, 2);
    for (int order = 0; order < count; order++) {
      boolean early = dice.chance(80) && visi.status() == VisiStatus.IN_REVIEW;
      boolean answered = early || visi.status() == VisiStatus.CLOSED;
      ChecklistItem question =
          ChecklistItem.ALL.get((visis.size() + order) % ChecklistItem.ALL.size());
      requirements.add(
          new VisiRequirement(
              ids.at(visi.createdAt()),
              visi.id(),
              question.type(),
              order,
              question.title(),
              answered ? question.response() : null,
              question.choices(),
              question.allowMultiple(),
              answered ? question.chosen() : null,
              answered ? visi.updatedAt() : visi.createdAt()));
    }
  }

  private static <T> List<T> sorted(List<T> records, Comparator<T> order) {
    return records.stream().sorted(order).toList();
  }
}
