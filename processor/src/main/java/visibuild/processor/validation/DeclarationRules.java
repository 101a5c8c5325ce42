package visibuild.processor.validation;

import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.Declaration;

/** A declaration with {@code @VisibuildApi} is one that a client can implement. */
final class DeclarationRules {
  private DeclarationRules() {}

  static void check(ApiInterface api, Problems problems) {
    checkDeclaration(api, problems);
    ApiPathRules.check(api, problems);
    if (api.declaration().canHaveClient()) {
      FactoryRules.check(api, problems);
      ClientNameRules.check(api, problems);
    }
    boolean empty = api.methods().isEmpty() && api.ignored().isEmpty();
    if (api.declaration().canHaveClient() && empty) {
      problems.add(
          Rule.NO_METHODS,
          api.location(),
          api.label() + " has no abstract method, so its client has nothing to call.",
          "Declare a method, such as: @GET(\"projects\") %s"
              .formatted(
                  SourceLanguage.of(api) == SourceLanguage.KOTLIN
                      ? "fun list(): Paged<Project>"
                      : "Paged<Project> list();"));
    }
  }

  private static void checkDeclaration(ApiInterface api, Problems problems) {
    Declaration declaration = api.declaration();
    String name = api.label();
    if (!declaration.isInterface()) {
      problems.add(
          Rule.NOT_AN_INTERFACE,
          api.location(),
          "%s is %s, but @VisibuildApi describes an API by an interface."
              .formatted(name, withArticle(declaration.kind())),
          "Write: interface "
              + api.name().simpleName()
              + " { ... }, and let the processor"
              + " write the class.");
      return;
    }
    if (!declaration.typeVariables().isEmpty()) {
      problems.add(
          Rule.GENERIC_INTERFACE,
          api.location(),
          "%s has the type variable%s %s, which no request can fill in."
              .formatted(
                  name,
                  declaration.typeVariables().size() == 1 ? "" : "s",
                  String.join(", ", declaration.typeVariables())),
          "Take @VisibuildApi off it, and annotate an interface that extends it with the types"
              + " filled in: interface TicketsApi %s %s<Ticket>."
                  .formatted(
                      SourceLanguage.of(api) == SourceLanguage.KOTLIN ? ":" : "extends",
                      api.name().simpleName()));
    }
    if (declaration.hidden()) {
      problems.add(
          Rule.PRIVATE_INTERFACE,
          api.location(),
          name + " is private, or inside a private type, so its client could not name it.",
          "Leave out \"private\"; package-private is enough.");
    }
    if (declaration.sealed()) {
      problems.add(
          Rule.SEALED_INTERFACE,
          api.location(),
          name + " is sealed, so its client may not implement it.",
          "Leave out \"sealed\" and \"permits\".");
    }
  }

  private static String withArticle(String kind) {
    return (kind.startsWith("e") || kind.startsWith("a") ? "an " : "a ") + kind;
  }
}
