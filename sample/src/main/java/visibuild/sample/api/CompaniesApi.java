package visibuild.sample.api;

import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.Company;
import visibuild.sample.records.Milestone;
import visibuild.sample.records.Tag;
import visibuild.sample.records.User;

/** What belongs to companies rather than to one project. */
@VisibuildApi(scope = Scope.READ)
public interface CompaniesApi {
  /** The companies that the credential can see. */
  @GET("companies")
  Paged<Company> list();

  /** The people of a company. */
  @GET("companies/{companyId}/users")
  Paged<User> users(@Path("companyId") String companyId);

  /** The labels that visis can carry. */
  @GET("tags")
  Paged<Tag> tags();

  /** The milestones that projects can use. */
  @GET("milestones")
  Paged<Milestone> milestones();
}
