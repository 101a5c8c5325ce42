package com.example;

import java.time.LocalDate;
import java.time.ZoneId;
import visibuild.Credential;
import visibuild.ReadAccess;
import visibuild.Visibuild;
import visibuild.client.Project;
import visibuild.client.Visi;
import visibuild.client.VisibuildReadClient;

public final class Overdue {
  public static void main(String[] args) {
    try (Visibuild visibuild =
        Visibuild.builder().credential(Credential.fromEnvironment()).build()) {
      print(visibuild.readAccess(), LocalDate.now(ZoneId.systemDefault()));
    }
  }

  private static void print(ReadAccess access, LocalDate today) {
    for (Project project : VisibuildReadClient.create(access).projects().list()) {
      System.out.println(project.name() + ": " + count(access, project.id(), today));
    }
  }

  static int count(ReadAccess access, String projectId, LocalDate today) {
    int overdue = 0;
    for (Visi visi : VisibuildReadClient.create(access).visis().ofProject(projectId)) {
      if (visi.dueDate() != null && visi.dueDate().isBefore(today)) {
        overdue++;
      }
    }
    return overdue;
  }
}
