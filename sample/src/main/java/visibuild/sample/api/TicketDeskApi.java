package visibuild.sample.api;

import retrofit2.http.Body;
import retrofit2.http.POST;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.NewTicket;
import visibuild.sample.records.NewUpload;
import visibuild.sample.records.Ticket;
import visibuild.sample.records.Upload;

/** All that opening a ticket needs, and no more. */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface TicketDeskApi {
  /** Asks where to put the bytes of a file. They go there without the token. */
  @POST("attachments")
  Upload announce(@Body NewUpload file);

  /** Opens a ticket. */
  @POST("tickets")
  Ticket open(@Body NewTicket ticket);
}
