package visibuild.testing.data;

import java.util.List;

/** What all projects share. */
record Staff(
    List<Company> companies, List<User> users, List<Tag> tags, List<Milestone> milestones) {}
