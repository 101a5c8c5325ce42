package visibuild.compat;

import java.util.concurrent.TimeUnit;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;

/** A program that uses a future and forgets {@code close()}. */
public final class ForgetfulProgram {
  private ForgetfulProgram() {}

  /** Calls the server at the given URL. */
  public static void main(String[] arguments) throws Exception {
    Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(arguments[0])
            .credential(LegacyToken.of("a-token", Scope.READ))
            .build();
    Calls calls = visibuild.readAccess().implement(Calls.class);
    System.out.println(ClientCalls.async(calls.project("p1")).get(60, TimeUnit.SECONDS));
  }
}
