package visibuild.client;

import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Companies and their users. Reads only.
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ)
public interface CompaniesApi {
  /**
   * Lists the companies that the credential can see.
   *
   * <p>{@code GET /api/core/v1/companies}; paged; scope {@code read}. Source: client code.
   */
  @GET("companies")
  Paged<Company> list();

  /**
   * Lists the users of a company.
   *
   * <p>{@code GET /api/core/v1/companies/{companyId}/users}; paged; scope {@code read}. Source:
   * client code. Visibuild's own programs report that this endpoint has a rate limit; its value is
   * not documented, so cache the result ({@link LookupCache}).
   */
  @GET("companies/{companyId}/users")
  Paged<User> users(@Path("companyId") String companyId);
}
