package visibuild.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import visibuild.Paged;

/**
 * A read-only cache of the lists that change slowly: projects, companies, users and locations.
 *
 * <p>Visibuild limits the rate of requests, and its own programs keep these lists for 6 to 24
 * hours.
 *
 * <pre>{@code
 * LookupCache lookups = LookupCache.of(api, Duration.ofHours(6));
 * String place = lookups.location(visi.projectId(), visi.locationId())
 *     .map(Location::nestedName)
 *     .orElse("unknown location");
 * }</pre>
 *
 * <p>Each list is read whole at its first use and again after {@code maxAge}. Concurrent callers of
 * one list share one request; a failed request is not kept, and its exception reaches all of them.
 * A list is held in memory until it is {@code maxAge} old; of more than 1000 lists, the ones used
 * least are dropped. The returned lists are unmodifiable. Safe for use by several threads.
 *
 * <p>Requires Caffeine ({@code com.github.ben-manes.caffeine:caffeine}, version 3) on the class
 * path; it is an optional dependency of this library.
 *
 * @since 0.1
 */
public final class LookupCache {
  private static final int MAXIMUM_LISTS = 1000;

  private final VisibuildReadClient api;
  private final Cache<Key, CompletableFuture<List<?>>> lists;

  private LookupCache(VisibuildReadClient api, Duration maxAge, Ticker ticker) {
    this.api = api;
    this.lists =
        Caffeine.newBuilder()
            .expireAfterWrite(maxAge)
            .maximumSize(MAXIMUM_LISTS)
            .ticker(ticker)
            .build();
  }

  /**
   * Creates an empty cache.
   *
   * @param maxAge the age after which a list is read again
   * @throws IllegalArgumentException if {@code maxAge} is not positive
   */
  public static LookupCache of(VisibuildReadClient api, Duration maxAge) {
    return of(api, maxAge, Ticker.systemTicker());
  }

  static LookupCache of(VisibuildReadClient api, Duration maxAge, Ticker ticker) {
    if (maxAge.isZero() || maxAge.isNegative()) {
      throw new IllegalArgumentException(
          "The maximum age of a cached list is " + maxAge + "; pass a positive duration.");
    }
    return new LookupCache(api, maxAge, ticker);
  }

  /** Returns the projects that the credential reaches. */
  public List<Project> projects() {
    return list(Resource.PROJECTS, "", id -> api.projects().list());
  }

  /** Finds a project by its id. */
  public Optional<Project> project(String id) {
    return find(projects(), Project::id, id);
  }

  /** Returns the users that are members of a project. */
  public List<ProjectUser> projectUsers(String projectId) {
    return list(Resource.PROJECT_USERS, projectId, id -> api.projects().users(id));
  }

  /** Returns the companies that are members of a project. */
  public List<ProjectCompany> projectCompanies(String projectId) {
    return list(Resource.PROJECT_COMPANIES, projectId, id -> api.projects().companies(id));
  }

  /** Returns the companies that the credential can see. */
  public List<Company> companies() {
    return list(Resource.COMPANIES, "", id -> api.companies().list());
  }

  /** Finds a company by its id. */
  public Optional<Company> company(String id) {
    return find(companies(), Company::id, id);
  }

  /** Returns the users of a company. */
  public List<User> users(String companyId) {
    return list(Resource.USERS, companyId, id -> api.companies().users(id));
  }

  /** Finds a user of a company by the user's id. */
  public Optional<User> user(String companyId, String id) {
    return find(users(companyId), User::id, id);
  }

  /** Returns the locations of a project. */
  public List<Location> locations(String projectId) {
    return list(Resource.LOCATIONS, projectId, id -> api.locations().ofProject(id));
  }

  /** Finds a location of a project by the location's id. */
  public Optional<Location> location(String projectId, String id) {
    return find(locations(projectId), Location::id, id);
  }

  /** Drops all lists. A request that is running is not kept either. */
  public void clear() {
    lists.asMap().clear();
  }

  /**
   * Returns a cached list, or reads it on the calling thread. The cache holds a future rather than
   * a list, so that no lock of the cache is held during the request.
   */
  // The key determines the type of the records.
  @SuppressWarnings("unchecked")
  private <T> List<T> list(Resource resource, String parent, Function<String, Paged<T>> load) {
    Key key = new Key(resource, parent);
    CompletableFuture<List<?>> mine = new CompletableFuture<>();
    CompletableFuture<List<?>> present = lists.asMap().putIfAbsent(key, mine);
    if (present != null) {
      return (List<T>) await(present);
    }
    try {
      List<T> records = load.apply(parent).stream().toList();
      mine.complete(records);
      return records;
    } catch (RuntimeException | Error e) {
      lists.asMap().remove(key, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static List<?> await(CompletableFuture<List<?>> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static <T> Optional<T> find(List<T> records, Function<T, String> id, String wanted) {
    return records.stream().filter(each -> id.apply(each).equals(wanted)).findFirst();
  }

  private enum Resource {
    PROJECTS,
    PROJECT_USERS,
    PROJECT_COMPANIES,
    COMPANIES,
    USERS,
    LOCATIONS
  }

  /** The name of a list: its resource, and the id of the project or company that it belongs to. */
  private record Key(Resource resource, String parent) {}
}
