package visibuild.processor.check;

import visibuild.processor.model.Anchor;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.RetrofitAnnotations;

/** The token is the runtime's affair. */
final class HeaderRules implements MethodRules {
  private static final String AUTHORIZATION = "Authorization";

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    method.annotation(RetrofitAnnotations.HEADERS).stream()
        .flatMap(headers -> headers.elements("value").stream())
        .filter(header -> authorizes(header.text()))
        .forEach(header -> report(method, header.anchor(), problems));
    method
        .parameters()
        .forEach(
            parameter ->
                parameter
                    .annotation(RetrofitAnnotations.HEADER)
                    .filter(header -> header.text("value").strip().equalsIgnoreCase(AUTHORIZATION))
                    .ifPresent(header -> report(method, header.anchorOf("value"), problems)));
  }

  private static boolean authorizes(String header) {
    int colon = header.indexOf(':');
    return colon >= 0 && header.substring(0, colon).strip().equalsIgnoreCase(AUTHORIZATION);
  }

  private static void report(ApiMethod method, Anchor anchor, Problems problems) {
    problems.add(
        Rule.AUTHORIZATION_HEADER,
        anchor,
        method.label() + " sets the Authorization header itself.",
        "Take it out: each call gets the narrowest token that serves it from the access that the"
            + " client is made with.");
  }
}
