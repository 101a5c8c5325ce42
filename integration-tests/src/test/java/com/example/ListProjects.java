package com.example;

import visibuild.Credential;
import visibuild.Visibuild;
import visibuild.client.Project;
import visibuild.client.VisibuildReadClient;

public final class ListProjects {
  public static void main(String[] args) {
    try (Visibuild visibuild =
        Visibuild.builder().credential(Credential.fromEnvironment()).build()) {
      VisibuildReadClient api = VisibuildReadClient.create(visibuild.readAccess());
      for (Project project : api.projects().list()) {
        System.out.println(project.name());
      }
    }
  }
}
