package visibuild.client;

import java.util.ArrayList;
import java.util.List;
import visibuild.Attachments;
import visibuild.Upload;
import visibuild.WriteAccess;

/** The resources of {@link ReadClient}, of which some also write. */
final class WriteClient extends ReadClient<WriteAccess> implements VisibuildClient {
  WriteClient(WriteAccess access) {
    super(access);
  }

  @Override
  public TicketsWriteApi tickets() {
    return client(TicketsWriteApi.class, () -> TicketsWriteApiClient.create(access));
  }

  @Override
  public WebhooksWriteApi webhooks() {
    return client(WebhooksWriteApi.class, () -> WebhooksWriteApiClient.create(access));
  }

  @Override
  public String upload(Upload file) {
    return Attachments.upload(access, file);
  }

  @Override
  public Ticket openTicket(NewTicket ticket, List<Upload> files) {
    List<String> keys = new ArrayList<>(ticket.attachmentKeys());
    for (Upload file : files) {
      keys.add(upload(file));
    }
    return tickets().open(ticket.withAttachmentKeys(keys));
  }
}
