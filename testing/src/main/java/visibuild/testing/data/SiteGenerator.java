package visibuild.testing.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Generates one project with all that belongs to it. */
final class SiteGenerator {
  private static final int ROOMS_OF_A_LEVEL = 6;
  private static final int VISIS_TO_AN_ATTACHMENT = 4;

  private final SeededRandom dice;
  private final Ids ids;
  private final Instant now;

  SiteGenerator(SeededRandom dice, Ids ids, Instant now) {
    this.dice = dice;
    this.ids = ids;
    this.now = now;
  }

  Site generate(ProjectSpec plan, Staff staff) {
    Instant start = now.minus(Duration.ofDays(plan.days()));
    String projectId = ids.at(start);
    LocationTree tree = new LocationTree(dice, ids, projectId, start);
    Location root = tree.grow(plan.name(), plan.buildings(), plan.levels(), ROOMS_OF_A_LEVEL);
    List<ProjectCompany> companies =
        staff.companies().stream()
            .map(c -> new ProjectCompany(ids.at(start), projectId, c.id(), plan.active()))
            .toList();
    ProjectPeople cast =
        new ProjectPeople(
            new Project(
                projectId,
                plan.name(),
                plan.identifier(),
                root.id(),
                plan.address(),
                plan.active()),
            start,
            tree.locations(),
            users(projectId, start, companies, staff.employers()),
            companies,
            subtypes(start),
            milestones(projectId, start, staff.milestones(), !plan.active()),
            defectRounds(start),
            attachments(projectId, start, plan.visis() / VISIS_TO_AN_ATTACHMENT));
    VisiGenerator visis = new VisiGenerator(dice, ids, cast, now);
    visis.generate(plan.visis(), staff.tags());
    return new Site(
        cast.project(),
        cast.locations(),
        tree.closures(),
        cast.users(),
        companies,
        cast.subtypes().values().stream().flatMap(List::stream).toList(),
        cast.milestones(),
        cast.defectRounds(),
        cast.attachments(),
        visis.visis(),
        visis.tags(),
        visis.requirements(),
        visis.statusChanges());
  }

  private List<ProjectUser> users(
      String projectId, Instant start, List<ProjectCompany> companies, List<CompanyRef> employers) {
    List<ProjectUser> users = new ArrayList<>();
    for (int i = 0; i < employers.size(); i++) {
      for (User user : employers.get(i).people()) {
        users.add(
            new ProjectUser(
                ids.at(start), projectId, user.id(), companies.get(i).id(), user.active()));
      }
    }
    return List.copyOf(users);
  }

  private Map<VisiType, List<Subtype>> subtypes(Instant start) {
    Map<VisiType, List<Subtype>> subtypes = new EnumMap<>(VisiType.class);
    for (VisiType type : VisiType.values()) {
      subtypes.put(
          type,
          TextFixtures.subtypes(type).stream()
              .map(name -> new Subtype(ids.at(start), name, type.category()))
              .toList());
    }
    return subtypes;
  }

  private List<ProjectMilestone> milestones(
      String projectId, Instant start, List<Milestone> milestones, boolean archived) {
    return milestones.stream()
        .map(m -> new ProjectMilestone(ids.at(start), projectId, m.id(), archived))
        .toList();
  }

  private List<DefectRound> defectRounds(Instant start) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(i -> new DefectRound(ids.at(start), "Round " + i))
        .toList();
  }

  private List<ProjectAttachment> attachments(String projectId, Instant start, int count) {
    List<Instant> moments =
        IntStream.range(0, count).mapToObj(i -> dice.moment(start, now)).sorted().toList();
    return IntStream.range(0, count)
        .mapToObj(i -> Photo.ofProject(projectId, ids.at(moments.get(i)), i + 1, moments.get(i)))
        .sorted(Comparator.comparing(ProjectAttachment::id))
        .toList();
  }
}
