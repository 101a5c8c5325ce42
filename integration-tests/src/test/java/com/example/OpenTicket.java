package com.example;

import visibuild.Credential;
import visibuild.Visibuild;

/**
 * Opens a ticket through an interface of the program's own: {@code OpenTicket <project> <title>}.
 */
public final class OpenTicket {
  public static void main(String[] args) {
    try (Visibuild visibuild =
        Visibuild.builder().credential(Credential.fromEnvironment()).build()) {
      TicketsApi tickets = TicketsApiClient.create(visibuild.writeAccess());
      TicketsApi.Ticket ticket = tickets.open(new TicketsApi.NewTicket(args[1], args[0], null));
      System.out.println("Opened " + ticket.id());
    }
  }
}
