package visibuild.processor;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import visibuild.processor.validation.Rule;

/**
 * A rule of ours that may refuse a random method which Retrofit accepts, with what must then stand
 * in its source. Any other refusal of such a method is a mistake of the processor's.
 */
enum StricterRule {
  VERB_NAME(Rule.VERB_NAME, "method = \"\""),
  VERB_BODY(Rule.VERB_BODY, "\"HEAD\", hasBody = true"),
  SUSPEND_FUNCTION(Rule.SUSPEND_FUNCTION, " String m\\(.*Continuation<"),
  PATH_LEAVES_API(Rule.PATH_LEAVES_API, "\"/x\""),
  MALFORMED_PLACEHOLDER(Rule.MALFORMED_PLACEHOLDER, "x/\\{(1d|é)}|x/\\{id\""),
  UNFILLED_PLACEHOLDER(Rule.UNFILLED_PLACEHOLDER, "\\{(id|other|i-d_1)}"),
  REPEATED_PLACEHOLDER(Rule.REPEATED_PLACEHOLDER, "@Path\\(\"(\\S+)\"\\) .*@Path\\(\"\\1\"\\) "),
  VALUE_WITHOUT_TEXT(
      Rule.VALUE_WITHOUT_TEXT,
      "@(Query|Field|Header)Map (Map<String, (MultipartBody|RequestBody)|Types.PartsByName)"
          + "|@Path\\(\\S+ (Optional|Map|List|Set|Types|\\w+\\[])"
          + "|@(Query|Field|Header)Map (Hash)?Map<String, (List|Map)"
          + "|@(Query|QueryName|Header|Field)(\\(\\S+)? (@\\S+ )?(Optional|Map|Set<List|List(<String>)?\\[])"),
  AUTHORIZATION_HEADER(Rule.AUTHORIZATION_HEADER, "Authorization"),
  UNSUPPORTED_RESPONSE(
      Rule.UNSUPPORTED_RESPONSE,
      "Stream<|Call<|\\bVoid\\b|Response[<>]|Optional\\b|Continuation<\\? super (List<\\?|T>)"),
  PAGED_WRITE(Rule.PAGED_WRITE, "READ_WRITE.*Paged<String>>? m\\(");

  private final Rule rule;
  private final Pattern source;

  StricterRule(Rule rule, String source) {
    this.rule = rule;
    this.source = Pattern.compile(source);
  }

  /**
   * Returns the reason for which {@code rule} may refuse {@code method}; empty if there is none.
   */
  static Optional<StricterRule> allowing(Rule rule, RandomMethod method) {
    return Arrays.stream(values())
        .filter(each -> each.rule == rule && each.source.matcher(method.ours("Api")).find())
        .findFirst();
  }
}
