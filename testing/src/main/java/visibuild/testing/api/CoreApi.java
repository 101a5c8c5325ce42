package visibuild.testing.api;

import static visibuild.testing.http.Route.read;
import static visibuild.testing.http.Route.write;

import java.util.List;
import visibuild.testing.data.Company;
import visibuild.testing.data.DefectRound;
import visibuild.testing.data.Location;
import visibuild.testing.data.Milestone;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.Project;
import visibuild.testing.data.ProjectCompany;
import visibuild.testing.data.ProjectMilestone;
import visibuild.testing.data.ProjectUser;
import visibuild.testing.data.Site;
import visibuild.testing.data.Subtype;
import visibuild.testing.data.Tag;
import visibuild.testing.data.Visi;
import visibuild.testing.data.VisiRequirement;
import visibuild.testing.data.VisiStatusChange;
import visibuild.testing.http.Route;

/** The table of the Core API. */
final class CoreApi {
  private static final String BASE = "/api/core/v1";
  private static final String PROJECT = BASE + "/projects/{projectId}";
  private static final String TICKET = BASE + "/tickets/{id}";

  private CoreApi() {}

  static List<Route> routes(
      Portfolio portfolio,
      ProjectLookup sites,
      Attachments files,
      Tickets tickets,
      Webhooks webhooks) {
    CompanyUsers people = new CompanyUsers(portfolio.staff());
    return List.of(
        read(
            BASE + "/projects", ListEndpoint.of("projects", call -> sites.projects(), Project::id)),
        read(
            PROJECT + "/visis",
            sites
                .list("visis", Site::visis, Visi::id)
                .filteredBy(UpdatedBetween::of, "updatedAfter", "updatedBefore")),
        read(
            PROJECT + "/visi-tags",
            sites.list("visiTags", Site::visiTags, t -> t.visiId() + "_" + t.tagId())),
        read(
            PROJECT + "/visi-requirements",
            sites.list("visiRequirements", Site::visiRequirements, VisiRequirement::id)),
        read(
            PROJECT + "/visi-status-changes",
            sites.list("visiStatusChanges", Site::visiStatusChanges, VisiStatusChange::id)),
        read(PROJECT + "/locations", sites.list("locations", Site::locations, Location::id)),
        read(
            PROJECT + "/location-closures",
            sites.list(
                "locationClosures", Site::closures, c -> c.ancestorId() + "_" + c.descendantId())),
        read(PROJECT + "/users", sites.list("projectUsers", Site::users, ProjectUser::id)),
        read(
            PROJECT + "/companies",
            sites.list("projectCompanies", Site::companies, ProjectCompany::id)),
        read(PROJECT + "/subtypes", sites.list("subtypes", Site::subtypes, Subtype::id)),
        read(
            PROJECT + "/milestones",
            sites.list("projectMilestones", Site::milestones, ProjectMilestone::id)),
        read(
            PROJECT + "/defect-rounds",
            sites.list("defectRounds", Site::defectRounds, DefectRound::id)),
        read(PROJECT + "/attachments", files.ofProject()),
        read(PROJECT + "/attachments/{id}", files::oneOfProject),
        read(
            BASE + "/companies",
            ListEndpoint.of("companies", call -> portfolio.staff().companies(), Company::id)),
        read(BASE + "/companies/{companyId}/users", people.users()),
        read(BASE + "/tags", ListEndpoint.of("tags", call -> portfolio.staff().tags(), Tag::id)),
        read(
            BASE + "/milestones",
            ListEndpoint.of("milestones", call -> portfolio.staff().milestones(), Milestone::id)),
        read(BASE + "/tickets", tickets.list()),
        read(TICKET, tickets::one),
        read(TICKET + "/comments", tickets.comments()),
        read(TICKET + "/attachments", tickets.attachments()),
        write("POST", BASE + "/tickets", tickets::open),
        write("POST", BASE + "/attachments", files::promise),
        read(BASE + "/webhooks", webhooks.list()),
        write("POST", BASE + "/webhooks", webhooks::create),
        write("PATCH", BASE + "/webhooks/{id}", webhooks::change),
        write("DELETE", BASE + "/webhooks/{id}", webhooks::delete));
  }
}
