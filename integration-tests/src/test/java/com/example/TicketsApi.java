package com.example;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

@VisibuildApi(scope = Scope.READ_WRITE)
public interface TicketsApi {
  record Ticket(String id, String title, @Nullable String status) {}

  record NewTicket(String title, String projectId, @Nullable String description) {}

  @GET("tickets")
  Paged<Ticket> ofProject(@Query("projectId") String projectId);

  @GET("tickets/{id}")
  Optional<Ticket> find(@Path("id") String id);

  @POST("tickets")
  Ticket open(@Body NewTicket ticket);
}
