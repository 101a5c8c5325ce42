package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.client.VisibuildReadClient;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** Runs the README's programs on the strict sandbox. */
@VisibuildSandboxTest
class ReadmeTest {
  @Test
  void completeProgramListsProjectsAsAProcess(VisibuildSandbox sandbox)
      throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ListProjects.class.getName());
    java.environment().keySet().removeIf(name -> name.startsWith("VISIBUILD_"));
    java.environment().putAll(sandbox.environment(Scope.READ));
    Process program = java.redirectErrorStream(true).start();

    String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(program.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(program.exitValue()).as(output).isZero();
    assertThat(output.lines()).hasSize(7).contains("Harbour Road Hospital");
  }

  @Test
  void ownInterfaceOpensAndFindsATicket(Visibuild visibuild, ReadAccess access) {
    String projectId = VisibuildReadClient.create(access).projects().list().iterator().next().id();

    TicketsApi tickets = TicketsApiClient.create(visibuild.writeAccess());
    TicketsApi.Ticket ticket =
        tickets.open(new TicketsApi.NewTicket("Cracked tile", projectId, null));

    assertThat(tickets.find(ticket.id())).contains(ticket);
    assertThat(tickets.ofProject(projectId)).contains(ticket);
  }
}
