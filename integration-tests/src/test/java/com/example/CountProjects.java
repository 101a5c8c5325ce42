package com.example;

import visibuild.Credential;
import visibuild.Visibuild;
import visibuild.client.VisibuildReadClient;

/** Only reads, and asks for write access nevertheless. */
public final class CountProjects {
  public static void main(String[] args) {
    try (Visibuild visibuild =
        Visibuild.builder().credential(Credential.fromEnvironment()).build()) {
      VisibuildReadClient api = VisibuildReadClient.create(visibuild.writeAccess());
      System.out.println(api.projects().list().stream().count() + " projects");
    }
  }
}
