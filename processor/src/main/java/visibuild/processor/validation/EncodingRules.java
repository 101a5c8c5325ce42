package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/** A request has one body, written in one way, and a verb that may have one. */
final class EncodingRules implements MethodRules {
  private static final List<ClassName> OF_FORM =
      List.of(RetrofitAnnotations.FIELD, RetrofitAnnotations.FIELD_MAP);
  private static final List<ClassName> OF_MULTIPART =
      List.of(RetrofitAnnotations.PART, RetrofitAnnotations.PART_MAP);

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    Optional<AnnotationModel> form = method.annotation(RetrofitAnnotations.FORM_URL_ENCODED);
    Optional<AnnotationModel> multipart = method.annotation(RetrofitAnnotations.MULTIPART);
    if (form.isPresent() && multipart.isPresent()) {
      problems.add(
          Rule.SEVERAL_ENCODINGS,
          multipart.get().location(),
          method.label() + " sends a form and a multipart body at once.",
          "Keep @FormUrlEncoded for short texts, or @Multipart for files.");
      return;
    }
    SourceLanguage language = SourceLanguage.of(api);
    if (form.isPresent()) {
      checkEncoding(method, form.get(), OF_FORM, language, problems);
    }
    if (multipart.isPresent()) {
      checkEncoding(method, multipart.get(), OF_MULTIPART, language, problems);
    }
    if (form.isEmpty()) {
      for (AnnotationModel use : uses(method, OF_FORM)) {
        reportField(method, use, problems);
      }
    }
    if (multipart.isEmpty()) {
      for (AnnotationModel use : uses(method, OF_MULTIPART)) {
        reportPart(method, use, problems);
      }
    }
    checkBodies(method, form.isPresent() ? form : multipart, problems);
  }

  private static void checkEncoding(
      ApiMethod method,
      AnnotationModel encoding,
      List<ClassName> contents,
      SourceLanguage language,
      Problems problems) {
    if (hasVerbWithoutBody(method)) {
      problems.add(
          Rule.UNEXPECTED_ENCODING,
          encoding.location(),
          "%s has %s, but %s has no body to encode."
              .formatted(method.label(), encoding.label(), verbOf(method)),
          "Take it out and use @Query, or use a verb with a body, such as @POST.");
    } else if (uses(method, contents).isEmpty()) {
      problems.add(
          Rule.EMPTY_ENCODING,
          encoding.location(),
          "%s has %s, but no parameter with @%s."
              .formatted(method.label(), encoding.label(), contents.get(0).simpleName()),
          "Add one, such as @%s(\"title\") %s, or take %s out."
              .formatted(
                  contents.get(0).simpleName(),
                  language.parameter("String", "title"),
                  encoding.label()));
    }
  }

  private static void reportField(ApiMethod method, AnnotationModel use, Problems problems) {
    problems.add(
        Rule.FIELD_OUTSIDE_FORM,
        use.location(),
        "%s is for a form, but %s sends none.".formatted(use.label(), method.label()),
        method.annotation(RetrofitAnnotations.MULTIPART).isPresent()
            ? "Did you mean @Part(\"%s\")?".formatted(use.text("value"))
            : "Add @FormUrlEncoded to the method, or send JSON: one record, with @Body.");
  }

  private static void reportPart(ApiMethod method, AnnotationModel use, Problems problems) {
    problems.add(
        Rule.PART_OUTSIDE_MULTIPART,
        use.location(),
        "%s is for a multipart body, but %s sends none.".formatted(use.label(), method.label()),
        method.annotation(RetrofitAnnotations.FORM_URL_ENCODED).isPresent()
            ? "Did you mean @Field(\"%s\")?".formatted(use.text("value"))
            : "Add @Multipart to the method.");
  }

  private static void checkBodies(
      ApiMethod method, Optional<AnnotationModel> encoding, Problems problems) {
    List<AnnotationModel> bodies = uses(method, List.of(RetrofitAnnotations.BODY));
    if (bodies.isEmpty()) {
      return;
    }
    AnnotationModel body = bodies.get(0);
    if (encoding.isPresent()) {
      problems.add(
          Rule.BODY_BESIDE_ENCODING,
          body.location(),
          "%s has @Body, but %s says how its body is put together."
              .formatted(method.label(), encoding.get().label()),
          "Take %s out to send JSON, or @Body to send its content."
              .formatted(encoding.get().label()));
    } else if (hasVerbWithoutBody(method)) {
      problems.add(
          Rule.UNEXPECTED_BODY,
          body.location(),
          "%s has @Body, but %s has no body.".formatted(method.label(), verbOf(method)),
          method.verb().filter(verb -> verb.name().equals("DELETE")).isPresent()
              ? "Use @Query; or, if the API requires a body, write @HTTP(method = \"DELETE\", path = \"%s\", hasBody = true)."
                  .formatted(method.verb().map(Verb::path).orElse(""))
              : "Use @Query, or a verb with a body, such as @POST.");
    }
    if (bodies.size() > 1) {
      problems.add(
          Rule.SEVERAL_BODIES,
          bodies.get(1).location(),
          method.label() + " has several parameters with @Body, but a request has one body.",
          "Write a record that holds them all.");
    }
  }

  private static boolean hasVerbWithoutBody(ApiMethod method) {
    Optional<Verb> verb = method.verb();
    return verb.isPresent() && !verb.get().hasBody();
  }

  private static String verbOf(ApiMethod method) {
    return method.verb().map(Verb::name).orElse("the verb");
  }

  private static List<AnnotationModel> uses(ApiMethod method, List<ClassName> types) {
    List<AnnotationModel> uses = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      for (AnnotationModel use : parameter.retrofitAnnotations()) {
        if (types.contains(use.type())) {
          uses.add(use);
        }
      }
    }
    return uses;
  }
}
