package visibuild.testing.api;

import java.util.List;
import visibuild.testing.data.Employer;
import visibuild.testing.data.Staff;
import visibuild.testing.data.User;
import visibuild.testing.http.Call;
import visibuild.testing.http.Refusal;

/** The people of one company. */
final class CompanyUsers {
  private final Staff staff;

  CompanyUsers(Staff staff) {
    this.staff = staff;
  }

  Listing<User> users() {
    return Listing.of("users", this::ofCompany, User::id);
  }

  private List<User> ofCompany(Call call) {
    String id = call.variable("companyId");
    for (Employer employer : staff.employers()) {
      if (employer.company().id().equals(id)) {
        return employer.people();
      }
    }
    throw Refusal.notFound("company", id);
  }
}
