package com.acme.desk;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import visibuild.client.NewTicket;
import visibuild.client.Project;
import visibuild.client.ProjectsApi;
import visibuild.client.Ticket;
import visibuild.client.TicketsWriteApi;

@RestController
class TicketController {
  private final ProjectsApi projects;
  private final TicketsWriteApi tickets;

  TicketController(ProjectsApi projects, TicketsWriteApi tickets) {
    this.projects = projects;
    this.tickets = tickets;
  }

  @GetMapping("/projects")
  List<Project> projects() {
    return projects.list().stream().toList();
  }

  @PostMapping("/tickets")
  Ticket open(@RequestBody Report report) {
    return tickets.open(NewTicket.of(report.text(), report.projectId()));
  }

  record Report(String projectId, String text) {}
}
