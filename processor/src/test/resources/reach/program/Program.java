package program;

import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Supplier;
import visibuild.DecodingException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;

/** Calls each method of {@link ModelsApi}, and prints what comes back. */
final class Program {
  private Program() {}

  public static void main(String[] arguments) throws Exception {
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(arguments[0])
            .credential(LegacyToken.of("token", Scope.READ_WRITE))
            .build()) {
      ModelsApi models = ModelsApiClient.create(visibuild.writeAccess());
      models
          .visis(List.of(Models.Status.NOT_STARTED, Models.Status.CLOSED), DayOfWeek.MONDAY)
          .forEach(System.out::println);
      System.out.println(models.shapes());
      System.out.println(models.bean().join());
      System.out.println(models.built().execute().body());
      System.out.println(models.price());
      System.out.println(models.box());
      System.out.println(refusalOf(models::inner));
      System.out.println(refusalOf(models::marked));
      System.out.println(models.create(new Models.Created("made")));
      System.out.println(
          models.send(new Models.Sent("t", true, new Models.SentPart(Models.Status.CLOSED))));
      System.out.println(models.upload(new Models.About("me")));
    }
  }

  private static String refusalOf(Supplier<?> call) {
    try {
      return "not refused: " + call.get();
    } catch (DecodingException expected) {
      String message = String.valueOf(expected.getMessage());
      return message.substring(message.indexOf('$'), message.indexOf(';'));
    }
  }
}
