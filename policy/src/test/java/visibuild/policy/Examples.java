package visibuild.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The two descriptors that the golden files hold, and short ways to make more. */
final class Examples {
  static final Descriptor TICKETS =
      new Descriptor(
          "com.acme.desk.TicketsApi",
          "com.acme.desk.TicketsApiClient",
          Access.READ_WRITE,
          "api/core/v1/",
          Optional.of(SourcePosition.at("com/acme/desk/TicketsApi.java", 15)),
          List.of(
              new MethodDescriptor(
                  "get",
                  List.of("java.lang.String"),
                  "GET",
                  "api/core/v1/tickets/{id}",
                  Access.READ,
                  Reason.VERB,
                  Optional.of(SourcePosition.at("com/acme/desk/TicketsApi.java", 17))),
              new MethodDescriptor(
                  "create",
                  List.of("com.acme.desk.NewTicket", "int[]"),
                  "POST",
                  "api/core/v1/tickets",
                  Access.READ_WRITE,
                  Reason.VERB,
                  Optional.of(SourcePosition.at("com/acme/desk/TicketsApi.java", 20)))));

  private static final Optional<SourcePosition> DESK =
      Optional.of(new SourcePosition("com/acme/desk/Desk.java", OptionalInt.empty()));

  static final Descriptor SEARCH =
      new Descriptor(
          "com.acme.desk.Desk$SearchApi",
          "com.acme.desk.Desk_SearchApiClient",
          Access.READ,
          "api/v2/",
          DESK,
          List.of(
              new MethodDescriptor(
                  "search",
                  List.of("com.acme.desk.Desk$Query"),
                  "POST",
                  "api/v2/search",
                  Access.READ,
                  Reason.REQUIRES_SCOPE,
                  DESK),
              new MethodDescriptor(
                  "inherited",
                  List.of(),
                  "GET",
                  "api/v2/projects",
                  Access.READ,
                  Reason.VERB,
                  Optional.empty())));

  private Examples() {}

  /** The golden file of {@code descriptor}. */
  static String golden(Descriptor descriptor) throws IOException {
    try (InputStream file = Examples.class.getResourceAsStream(descriptor.api() + ".json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A call of {@code path} with {@code verb}. */
  static MethodDescriptor call(String verb, String path) {
    return new MethodDescriptor(
        "call", List.of(), verb, path, Access.ofVerb(verb), Reason.VERB, Optional.empty());
  }
}
