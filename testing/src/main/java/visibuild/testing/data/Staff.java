package visibuild.testing.data;

import java.util.List;

/** The company-wide records that all projects share. */
public record Staff(List<CompanyRef> employers, List<Tag> tags, List<Milestone> milestones) {
  /** All companies. */
  public List<Company> companies() {
    return employers.stream().map(CompanyRef::company).toList();
  }

  /** The people of all companies. */
  public List<User> users() {
    return employers.stream().flatMap(employer -> employer.people().stream()).toList();
  }
}
