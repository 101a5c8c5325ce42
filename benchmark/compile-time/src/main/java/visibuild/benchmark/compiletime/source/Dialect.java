package visibuild.benchmark.compiletime.source;

/**
 * One unit of equal work in the form of each processor: an interface of eight methods, with the
 * same verbs, paths and parameters and with the same return types as far as a library supports
 * them; for AutoValue, which writes no clients, a class of eight properties. {@code NNNN} stands
 * for the unit's number.
 */
public enum Dialect {
  /** Interfaces with Retrofit's annotations and {@code @VisibuildApi}. */
  VISIBUILD(
      """
      import java.time.Instant;
      import java.util.List;
      import java.util.Optional;
      import org.jspecify.annotations.Nullable;
      import retrofit2.http.Body;
      import retrofit2.http.DELETE;
      import retrofit2.http.GET;
      import retrofit2.http.PATCH;
      import retrofit2.http.POST;
      import retrofit2.http.PUT;
      import retrofit2.http.Path;
      import retrofit2.http.Query;
      import visibuild.Paged;
      import visibuild.Scope;
      import visibuild.VisibuildApi;

      /** The tickets of a project. */
      @VisibuildApi(scope = Scope.READ_WRITE)
      public interface TicketsNNNNApi {
        /** All tickets. */
        @GET("tickets")
        Paged<TicketNNNN> list(
            @Query("projectId") @Nullable String projectId,
            @Query("updatedAfter") @Nullable Instant updatedAfter);

        /** One ticket, which is there. */
        @GET("tickets/{id}")
        TicketNNNN get(@Path("id") String id);

        /** One ticket, if it is there. */
        @GET("tickets/{id}")
        Optional<TicketNNNN> find(@Path("id") String id, @Query("fields") List<String> fields);

        /** Lists the links of a ticket. */
        @GET("projects/{projectId}/tickets/{id}/links")
        List<TicketNNNN> links(@Path("projectId") String projectId, @Path("id") String id);

        /** A new ticket. */
        @POST("tickets")
        TicketNNNN add(@Body TicketNNNN ticket);

        /** Another in its place. */
        @PUT("tickets/{id}")
        TicketNNNN replace(@Path("id") String id, @Body TicketNNNN ticket);

        /** Changes a ticket. */
        @PATCH("tickets/{id}")
        TicketNNNN change(@Path("id") String id, @Body TicketNNNN changes);

        /** Takes a ticket away. */
        @DELETE("tickets/{id}")
        void remove(@Path("id") String id);
      }
      """,
      "TicketsNNNNApi"),

  /** Interfaces for avaje-http-client; it has no pages, and a list of each. */
  AVAJE(
      """
      import io.avaje.http.api.Client;
      import io.avaje.http.api.Delete;
      import io.avaje.http.api.Get;
      import io.avaje.http.api.Patch;
      import io.avaje.http.api.Post;
      import io.avaje.http.api.Put;
      import io.avaje.http.api.QueryParam;
      import java.time.Instant;
      import java.util.List;

      /** The tickets of a project. */
      @Client
      public interface TicketsNNNNApi {
        /** All tickets. */
        @Get("tickets")
        List<TicketNNNN> list(
            @QueryParam("projectId") String projectId,
            @QueryParam("updatedAfter") Instant updatedAfter);

        /** One ticket, which is there. */
        @Get("tickets/{id}")
        TicketNNNN get(String id);

        /** One ticket. */
        @Get("tickets/{id}")
        TicketNNNN find(String id, @QueryParam("fields") List<String> fields);

        /** Lists the links of a ticket. */
        @Get("projects/{projectId}/tickets/{id}/links")
        List<TicketNNNN> links(String projectId, String id);

        /** A new ticket. */
        @Post("tickets")
        TicketNNNN add(TicketNNNN ticket);

        /** Another in its place. */
        @Put("tickets/{id}")
        TicketNNNN replace(String id, TicketNNNN ticket);

        /** Changes a ticket. */
        @Patch("tickets/{id}")
        TicketNNNN change(String id, TicketNNNN changes);

        /** Takes a ticket away. */
        @Delete("tickets/{id}")
        void remove(String id);
      }
      """,
      "TicketsNNNNApi"),

  /** Declarative clients of Micronaut; it has no pages. */
  MICRONAUT(
      """
      import io.micronaut.core.annotation.Nullable;
      import io.micronaut.http.annotation.Body;
      import io.micronaut.http.annotation.Delete;
      import io.micronaut.http.annotation.Get;
      import io.micronaut.http.annotation.Patch;
      import io.micronaut.http.annotation.PathVariable;
      import io.micronaut.http.annotation.Post;
      import io.micronaut.http.annotation.Put;
      import io.micronaut.http.annotation.QueryValue;
      import io.micronaut.http.client.annotation.Client;
      import java.time.Instant;
      import java.util.List;
      import java.util.Optional;

      /** The tickets of a project. */
      @Client("visibuild")
      public interface TicketsNNNNApi {
        /** All tickets. */
        @Get("/tickets")
        List<TicketNNNN> list(
            @QueryValue("projectId") @Nullable String projectId,
            @QueryValue("updatedAfter") @Nullable Instant updatedAfter);

        /** One ticket, which is there. */
        @Get("/tickets/{id}")
        TicketNNNN get(@PathVariable("id") String id);

        /** One ticket, if it is there. */
        @Get("/tickets/{id}")
        Optional<TicketNNNN> find(
            @PathVariable("id") String id, @QueryValue("fields") List<String> fields);

        /** Lists the links of a ticket. */
        @Get("/projects/{projectId}/tickets/{id}/links")
        List<TicketNNNN> links(
            @PathVariable("projectId") String projectId, @PathVariable("id") String id);

        /** A new ticket. */
        @Post("/tickets")
        TicketNNNN add(@Body TicketNNNN ticket);

        /** Another in its place. */
        @Put("/tickets/{id}")
        TicketNNNN replace(@PathVariable("id") String id, @Body TicketNNNN ticket);

        /** Changes a ticket. */
        @Patch("/tickets/{id}")
        TicketNNNN change(@PathVariable("id") String id, @Body TicketNNNN changes);

        /** Takes a ticket away. */
        @Delete("/tickets/{id}")
        void remove(@PathVariable("id") String id);
      }
      """,
      "TicketsNNNNApi"),

  /** Value classes of eight properties. */
  AUTO_VALUE(
      """
      import com.google.auto.value.AutoValue;
      import java.time.Instant;
      import java.util.List;
      import java.util.Optional;

      /** A ticket of a project. */
      @AutoValue
      public abstract class TicketsNNNNValue {
        /** Its id. */
        public abstract String id();

        /** Its title. */
        public abstract String title();

        /** The project that it belongs to. */
        public abstract Optional<String> projectId();

        /** The linked tickets. */
        public abstract List<TicketNNNN> links();

        /** The number of changes. */
        public abstract int revision();

        /** Returns whether the ticket is closed. */
        public abstract boolean closed();

        /** Since when it is there. */
        public abstract Instant createdAt();

        /** The same as a record. */
        public abstract TicketNNNN ticket();
      }
      """,
      "TicketsNNNNValue");

  private final String unit;
  private final String unitName;

  Dialect(String unit, String unitName) {
    this.unit = unit;
    this.unitName = unitName;
  }

  String unit() {
    return unit;
  }

  String unitName() {
    return unitName;
  }
}
