package com.acme.desk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import visibuild.client.Ticket;
import visibuild.webhook.InvalidSignatureException;
import visibuild.webhook.SignatureScheme;
import visibuild.webhook.WebhookEvent;
import visibuild.webhook.WebhookReader;
import visibuild.webhook.WebhookVerifier;

@RestController
class WebhookController {
  private final WebhookReader<Ticket> reader = WebhookReader.of(Ticket.class);
  private final WebhookVerifier verifier;
  private final List<String> opened = new CopyOnWriteArrayList<>();

  WebhookController(@Value("${desk.webhook-secret:change-me}") String secret) {
    this.verifier =
        WebhookVerifier.of(SignatureScheme.timestampedHeader("X-Visibuild-Signature"), secret);
  }

  @PostMapping("/hooks")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void receive(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
    verifier.verify(headers::getFirst, body);
    if (reader.read(body) instanceof WebhookEvent.TicketCreated<Ticket> event) {
      opened.add(event.ticket().title());
    }
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNAUTHORIZED)
  void refuse(InvalidSignatureException unsigned) {}

  List<String> opened() {
    return opened;
  }
}
