package visibuild;

import visibuild.fixture.Calls;

/** A program with default settings that reads one project. Tests start it in a new JVM. */
final class OneReadProgram {
  private OneReadProgram() {}

  public static void main(String[] arguments) throws Exception {
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(arguments[0])
            .credential(ClientCredentials.of("an-id", "a-secret", Scope.READ))
            .build()) {
      Calls calls = visibuild.readAccess().implement(Calls.class);
      System.out.println("status " + calls.project("p1").execute().code());
    }
  }
}
