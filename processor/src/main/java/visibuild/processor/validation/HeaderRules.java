package visibuild.processor.validation;

import java.util.Optional;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.AnnotationValueModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.SourceLocation;

/** Headers are what HTTP can carry, and the token is the runtime's affair. */
final class HeaderRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    Optional<AnnotationModel> headers = method.annotation(RetrofitAnnotations.HEADERS);
    if (headers.isPresent()) {
      checkFixed(method, headers.get(), problems);
    }
    for (Parameter parameter : method.parameters()) {
      Optional<AnnotationModel> header = parameter.annotation(RetrofitAnnotations.HEADER);
      if (header.isPresent()) {
        checkName(method, header.get(), problems);
      }
    }
  }

  private static void checkFixed(ApiMethod method, AnnotationModel headers, Problems problems) {
    if (headers.elements("value").isEmpty()) {
      problems.add(
          Rule.EMPTY_HEADERS,
          headers.location(),
          method.label() + " has @Headers without a header.",
          "Write one, such as @Headers(\"Accept-Language: en\"), or take the annotation out.");
    }
    for (AnnotationValueModel member : headers.elements("value")) {
      FixedHeader header = new FixedHeader(member.text());
      header
          .flaw(headers.flag("allowUnsafeNonAsciiValues"))
          .ifPresent(flaw -> reportMalformed(method, member, flaw, problems));
      checkContent(method, header, member.location(), problems);
    }
  }

  private static void reportMalformed(
      ApiMethod method, AnnotationValueModel header, String flaw, Problems problems) {
    problems.add(
        Rule.MALFORMED_HEADER,
        header.location(),
        "The header \"%s\" of %s %s.".formatted(header.text(), method.label(), flaw),
        "Write a name of ASCII letters and hyphens, a colon and a value, such as"
            + " \"Accept-Language: en\".");
  }

  private static void checkContent(
      ApiMethod method, FixedHeader header, SourceLocation location, Problems problems) {
    if (header.authorizes()) {
      reportAuthorization(method, location, problems);
    }
    if (header.frames()) {
      reportFraming(method, header.name().strip(), location, problems);
    }
    if (header.isContentType() && !HeaderText.isContentType(header.value())) {
      problems.add(
          Rule.MALFORMED_CONTENT_TYPE,
          location,
          "\"%s\" of %s is no content type.".formatted(header.value(), method.label()),
          "Write type, slash and subtype, such as \"Content-Type: application/json\".");
    }
  }

  private static void checkName(ApiMethod method, AnnotationModel header, Problems problems) {
    String name = header.text("value");
    if (new FixedHeader(name + ": x").authorizes()) {
      reportAuthorization(method, header.locationOf("value"), problems);
    } else if (new FixedHeader(name + ": x").frames()) {
      reportFraming(method, name, header.locationOf("value"), problems);
    } else if (!HeaderText.isToken(name)) {
      problems.add(
          Rule.HEADER_NAME,
          header.locationOf("value"),
          "\"%s\" of %s is a name that no header can have.".formatted(name, method.label()),
          "Use ASCII letters, digits and hyphens, such as @Header(\"Accept-Language\").");
    }
  }

  private static void reportFraming(
      ApiMethod method, String name, SourceLocation location, Problems problems) {
    problems.add(
        Rule.FRAMING_HEADER,
        location,
        "%s sets the header %s itself.".formatted(method.label(), name),
        "Take it out: OkHttp sets it, by the URL and by the body that is sent.");
  }

  private static void reportAuthorization(
      ApiMethod method, SourceLocation location, Problems problems) {
    problems.add(
        Rule.AUTHORIZATION_HEADER,
        location,
        method.label() + " sets the Authorization header itself.",
        "Take it out: each call gets the narrowest token that serves it from the access that the"
            + " client is made with.");
  }
}
