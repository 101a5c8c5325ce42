package visibuild.processor.validation;

import java.util.Locale;
import java.util.Set;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/** A verb that the user writes out is one that OkHttp can send. */
final class HttpVerbRules implements MethodRules {
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> NEVER_WITH_BODY = Set.of("GET", "HEAD");
  private static final Set<String> ALWAYS_WITH_BODY =
      Set.of("POST", "PUT", "PATCH", "PROPPATCH", "REPORT");

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    method.verbs().stream()
        .filter(verb -> verb.annotation().is(RetrofitAnnotations.HTTP))
        .forEach(verb -> check(method, verb, problems));
  }

  private static void check(ApiMethod method, Verb verb, Problems problems) {
    String name = verb.name();
    String capitals = name.toUpperCase(Locale.ROOT);
    boolean wrongCase = KNOWN.contains(capitals) && !KNOWN.contains(name);
    if (wrongCase || !HeaderText.isToken(name)) {
      problems.add(
          Rule.VERB_NAME,
          verb.annotation().locationOf("method"),
          "\"%s\" of %s is no HTTP verb.".formatted(name, method.label()),
          wrongCase
              ? "Did you mean \"%s\"?".formatted(capitals)
              : "Write one in capitals, such as \"PURGE\".");
    }
    if (verb.hasBody() && NEVER_WITH_BODY.contains(name)) {
      problems.add(
          Rule.VERB_BODY,
          verb.annotation().locationOf("hasBody"),
          "%s says that %s has a body, which HTTP does not let it have."
              .formatted(method.label(), name),
          "Write @%s, or another verb.".formatted(name));
    }
    if (!verb.hasBody() && ALWAYS_WITH_BODY.contains(name)) {
      problems.add(
          Rule.VERB_BODY,
          verb.annotation().locationOf("hasBody"),
          "%s says that %s has no body, but OkHttp sends none without."
              .formatted(method.label(), name),
          "Write hasBody = true; without a parameter for it the body is empty.");
    }
  }
}
