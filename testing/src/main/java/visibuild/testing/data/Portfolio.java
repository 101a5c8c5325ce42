package visibuild.testing.data;

import java.util.List;

/** All that the company of the sandbox can reach, each list in the order of creation. */
public record Portfolio(
    List<Company> companies,
    List<User> users,
    List<Tag> tags,
    List<Milestone> milestones,
    List<Site> sites,
    List<TicketFile> tickets) {}
