package visibuild.testing.api;

import java.util.List;
import visibuild.testing.data.CompanyRef;
import visibuild.testing.data.Staff;
import visibuild.testing.data.User;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.RoutedRequest;

/** The people of one company. */
final class CompanyUsers {
  private final Staff staff;

  CompanyUsers(Staff staff) {
    this.staff = staff;
  }

  ListEndpoint<User> users() {
    return ListEndpoint.of("users", this::ofCompany, User::id);
  }

  private List<User> ofCompany(RoutedRequest call) {
    String id = call.variable("companyId");
    for (CompanyRef employer : staff.employers()) {
      if (employer.company().id().equals(id)) {
        return employer.people();
      }
    }
    throw HttpProblem.notFound("company", id);
  }
}
