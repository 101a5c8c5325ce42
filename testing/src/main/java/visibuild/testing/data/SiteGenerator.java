package visibuild.testing.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Generates one project with all that belongs to it. */
final class SiteGenerator {
  private static final int ROOMS_OF_A_LEVEL = 6;
  private static final int VISIS_TO_AN_ATTACHMENT = 4;

  private final Dice dice;
  private final Ids ids;
  private final Instant now;

  SiteGenerator(Dice dice, Ids ids, Instant now) {
    this.dice = dice;
    this.ids = ids;
    this.now = now;
  }

  Site generate(SitePlan plan, Staff staff) {
    Instant start = now.minus(Duration.ofDays(plan.days()));
    String projectId = ids.at(start);
    LocationTree tree = new LocationTree(dice, ids, projectId, start);
    Location root = tree.grow(plan.name(), plan.buildings(), plan.levels(), ROOMS_OF_A_LEVEL);
    List<ProjectCompany> companies =
        staff.companies().stream()
            .map(c -> new ProjectCompany(ids.at(start), projectId, c.id(), c.name()))
            .toList();
    SiteCast cast =
        new SiteCast(
            new Project(
                projectId,
                plan.name(),
                plan.identifier(),
                root.id(),
                plan.address(),
                plan.active()),
            start,
            tree.locations(),
            users(projectId, start, companies, staff.users()),
            companies,
            subtypes(projectId, start),
            milestones(projectId, start, staff.milestones()),
            defectRounds(projectId, start),
            attachments(start, plan.visis() / VISIS_TO_AN_ATTACHMENT));
    VisiGenerator visis = new VisiGenerator(dice, ids, cast, now);
    visis.generate(plan.visis(), staff.tags());
    return new Site(
        cast.project(),
        cast.locations(),
        tree.closures(),
        cast.users(),
        companies,
        cast.subtypes(),
        cast.milestones(),
        cast.defectRounds(),
        cast.attachments(),
        visis.visis(),
        visis.tags(),
        visis.requirements(),
        visis.statusChanges());
  }

  private List<ProjectUser> users(
      String projectId, Instant start, List<ProjectCompany> companies, List<User> staff) {
    List<ProjectUser> users = new ArrayList<>();
    for (User user : staff) {
      for (ProjectCompany company : companies) {
        if (company.companyId().equals(user.companyId())) {
          users.add(
              new ProjectUser(
                  ids.at(start), projectId, user.id(), company.id(), user.name(), user.email()));
        }
      }
    }
    return List.copyOf(users);
  }

  private List<Subtype> subtypes(String projectId, Instant start) {
    List<Subtype> subtypes = new ArrayList<>();
    for (VisiType type : VisiType.values()) {
      for (String name : Words.subtypes(type)) {
        subtypes.add(new Subtype(ids.at(start), projectId, name, type));
      }
    }
    return List.copyOf(subtypes);
  }

  private List<ProjectMilestone> milestones(
      String projectId, Instant start, List<Milestone> milestones) {
    LocalDate first = start.atZone(ZoneOffset.UTC).toLocalDate();
    return IntStream.range(0, milestones.size())
        .mapToObj(
            i ->
                new ProjectMilestone(
                    ids.at(start),
                    projectId,
                    milestones.get(i).id(),
                    milestones.get(i).name(),
                    first.plusMonths(6L * (i + 1))))
        .toList();
  }

  private List<DefectRound> defectRounds(String projectId, Instant start) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(i -> new DefectRound(ids.at(start), projectId, "Round " + i, start))
        .toList();
  }

  private List<Attachment> attachments(Instant start, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> dice.moment(start, now))
        .sorted(Comparator.naturalOrder())
        .map(createdAt -> Photo.attachment(ids.at(createdAt), createdAt))
        .sorted(Comparator.comparing(Attachment::id))
        .toList();
  }
}
