package visibuild.testing.api;

import java.util.List;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.User;
import visibuild.testing.http.Call;
import visibuild.testing.http.Refusal;

/** The people of one company. */
final class CompanyUsers {
  private final Portfolio portfolio;

  CompanyUsers(Portfolio portfolio) {
    this.portfolio = portfolio;
  }

  Listing<User> users() {
    return Listing.of("users", this::ofCompany, User::id);
  }

  private List<User> ofCompany(Call call) {
    String id = call.variable("companyId");
    if (portfolio.companies().stream().noneMatch(company -> company.id().equals(id))) {
      throw Refusal.notFound("company", id);
    }
    return portfolio.users().stream().filter(user -> user.companyId().equals(id)).toList();
  }
}
