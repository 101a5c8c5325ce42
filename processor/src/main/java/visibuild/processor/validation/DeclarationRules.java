package visibuild.processor.validation;

import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.Declaration;
import visibuild.processor.model.IgnoredAnnotations;

/** What may carry {@code @VisibuildApi}, and what the annotation may say. */
final class DeclarationRules {
  private DeclarationRules() {}

  static void check(ApiInterface api, Problems problems) {
    checkDeclaration(api, problems);
    ApiPathRules.check(api, problems);
    api.ignored().forEach(each -> reportIgnored(each, problems));
    boolean empty = api.methods().isEmpty() && api.ignored().isEmpty();
    if (api.declaration().canHaveClient() && empty) {
      problems.add(
          Rule.NO_METHODS,
          api.location(),
          api.label() + " has no abstract method, so there is nothing for its client to call.",
          "Declare a method, such as: @GET(\"projects\") Paged<Project> list();");
    }
  }

  private static void reportIgnored(IgnoredAnnotations ignored, Problems problems) {
    String all = String.join(", ", ignored.annotations());
    String effect = all + (ignored.annotations().size() == 1 ? " is" : " are") + " ignored.";
    problems.add(
        Rule.IGNORED_ANNOTATION,
        ignored.location(),
        ignored.hasBody()
            ? "%s has a body, which runs in place of a request, so its %s"
                .formatted(ignored.label(), effect)
            : "%s is a method that every object has, so no request is made and its %s"
                .formatted(ignored.label(), effect),
        ignored.hasBody()
            ? "Leave the body out; or take %s off, and call in it a method that has no body."
                .formatted(all)
            : "Give the method another name.");
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
              + " filled in: interface TicketsApi extends %s<Ticket>."
                  .formatted(api.name().simpleName()));
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
