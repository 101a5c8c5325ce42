package visibuild.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import visibuild.processor.validation.Rule;

/**
 * Everything that Retrofit 3.0.0 refuses when it creates a service, told by its message, with the
 * rules of which the processor has to name one.
 */
enum RetrofitRule {
  NOT_AN_INTERFACE("API declarations must be interfaces", Rule.NOT_AN_INTERFACE),
  TYPE_PARAMETERS("Type parameters are unsupported on \\S+$", Rule.GENERIC_INTERFACE),
  NO_VERB("HTTP method annotation is required", Rule.MISSING_VERB),
  TWO_VERBS("Only one HTTP method is allowed", Rule.SEVERAL_VERBS),
  MULTIPART_WITHOUT_BODY("Multipart can only be specified", Rule.UNEXPECTED_ENCODING),
  FORM_WITHOUT_BODY("FormUrlEncoded can only be specified", Rule.UNEXPECTED_ENCODING),
  TWO_ENCODINGS("Only one encoding annotation", Rule.SEVERAL_ENCODINGS),
  NO_PATH("Missing either @\\S* URL or @Url", Rule.MISSING_PATH),
  UNEXPECTED_BODY("Non-body HTTP method cannot contain @Body", Rule.UNEXPECTED_BODY),
  FORM_WITHOUT_FIELD("Form-encoded method must contain", Rule.EMPTY_ENCODING),
  MULTIPART_WITHOUT_PART("Multipart method must contain", Rule.EMPTY_ENCODING),
  QUERY_PLACEHOLDER("URL query string \".*\" must not have replace", Rule.QUERY_PLACEHOLDER),
  EMPTY_HEADERS("@Headers annotation is empty", Rule.EMPTY_HEADERS),
  HEADER_FORM("@Headers value must be in the form", Rule.MALFORMED_HEADER),
  HEADER_CHARACTER(
      "Unexpected char 0x\\S+ at \\d+ in (?!Content-Disposition|Content-Transfer)",
      Rule.MALFORMED_HEADER),
  CONTENT_TYPE("Malformed content type", Rule.MALFORMED_CONTENT_TYPE),
  NO_ANNOTATION("No Retrofit annotation found", Rule.PARAMETER_WITHOUT_PURPOSE),
  TWO_ANNOTATIONS("Multiple Retrofit annotations found", Rule.PARAMETER_WITH_TWO_PURPOSES),
  OPEN_PARAMETER("Parameter type must not include", Rule.OPEN_PARAMETER_TYPE),
  TWO_URLS("Multiple @Url method annotations", Rule.SEVERAL_URLS),
  PATH_WITH_URL("@Path parameters may not be used with @Url", Rule.PATH_BESIDE_URL),
  URL_AFTER_QUERY("A @Url parameter must not come after a @Query\\.", Rule.PATH_AFTER_QUERY),
  URL_AFTER_QUERY_NAME("A @Url parameter must not come after a @QueryName", Rule.PATH_AFTER_QUERY),
  URL_AFTER_QUERY_MAP("A @Url parameter must not come after a @QueryMap", Rule.PATH_AFTER_QUERY),
  URL_WITH_PATH("@Url cannot be used with @\\S* URL", Rule.URL_BESIDE_PATH),
  URL_TYPE("@Url must be okhttp3.HttpUrl", Rule.URL_TYPE),
  PATH_AFTER_QUERY(
      "A @Path parameter must not come after a @Query\\.",
      Rule.PATH_AFTER_QUERY,
      Rule.PATH_BESIDE_URL),
  PATH_AFTER_QUERY_NAME(
      "A @Path parameter must not come after a @QueryName",
      Rule.PATH_AFTER_QUERY,
      Rule.PATH_BESIDE_URL),
  PATH_AFTER_QUERY_MAP(
      "A @Path parameter must not come after a @QueryMap",
      Rule.PATH_AFTER_QUERY,
      Rule.PATH_BESIDE_URL),
  PATH_WITHOUT_URL(
      "@Path can only be used with relative url", Rule.MISSING_PATH, Rule.PATH_BESIDE_URL),
  PATH_NAME("@Path parameter name must match", Rule.PLACEHOLDER_NAME, Rule.PATH_BESIDE_URL),
  NO_PLACEHOLDER(
      "URL \".*\" does not contain",
      Rule.UNKNOWN_PLACEHOLDER,
      Rule.MALFORMED_PLACEHOLDER,
      Rule.PATH_BESIDE_URL),
  RAW_ITERABLE("(?!Response )\\S+ must include generic type ", Rule.RAW_VALUES),
  QUERY_MAP("@QueryMap parameter type must be Map", Rule.NOT_A_MAP),
  HEADER_MAP("@HeaderMap parameter type must be Map", Rule.NOT_A_MAP),
  FIELD_MAP("@FieldMap parameter type must be Map", Rule.NOT_A_MAP),
  PART_MAP("@PartMap parameter type must be Map", Rule.NOT_A_MAP),
  RAW_MAP("Map must include generic types", Rule.RAW_MAP),
  QUERY_MAP_KEY("@QueryMap keys must be of type String", Rule.MAP_KEY, Rule.RAW_MAP),
  HEADER_MAP_KEY("@HeaderMap keys must be of type String", Rule.MAP_KEY, Rule.RAW_MAP),
  FIELD_MAP_KEY("@FieldMap keys must be of type String", Rule.MAP_KEY, Rule.RAW_MAP),
  PART_MAP_KEY("@PartMap keys must be of type String", Rule.MAP_KEY, Rule.RAW_MAP),
  FIELD_OUTSIDE("@Field parameters can only be used", Rule.FIELD_OUTSIDE_FORM),
  FIELD_MAP_OUTSIDE("@FieldMap parameters can only be used", Rule.FIELD_OUTSIDE_FORM),
  PART_OUTSIDE("@Part parameters can only be used", Rule.PART_OUTSIDE_MULTIPART),
  PART_MAP_OUTSIDE("@PartMap parameters can only be used", Rule.PART_OUTSIDE_MULTIPART),
  PART_WITHOUT_NAME("@Part annotation must supply a name", Rule.PART_NAME),
  PART_WITH_TWO_NAMES("@Part parameters using the MultipartBody.Part must not", Rule.PART_NAME),
  PART_HEADER(
      "Unexpected char 0x\\S+ at \\d+ in (Content-Disposition|Content-Transfer)",
      Rule.MALFORMED_PART),
  PART_MAP_VALUE("@PartMap values cannot be MultipartBody.Part", Rule.PART_MAP_VALUE),
  BODY_WITH_ENCODING("@Body parameters cannot be used with form", Rule.BODY_BESIDE_ENCODING),
  TWO_BODIES("Multiple @Body method annotations", Rule.SEVERAL_BODIES),
  TWO_TAGS("@Tag type \\S+ is duplicate", Rule.REPEATED_TAG),
  OPEN_RESPONSE("Method return type must not include", Rule.UNKNOWN_RESPONSE_TYPE),
  NO_ADAPTER("Unable to create call adapter", Rule.UNKNOWN_RESPONSE_TYPE),
  OKHTTP_RESPONSE("'okhttp3.Response' is not a valid", Rule.OKHTTP_RESPONSE),
  RAW_RESPONSE("Response must include generic type", Rule.UNKNOWN_RESPONSE_TYPE),
  SUSPENDED_CALL(
      "Suspend functions should not return Call",
      Rule.UNSUPPORTED_RESPONSE,
      Rule.RAW_RESPONSE,
      Rule.HEAD_WITH_RESPONSE),
  HEAD("HEAD method must use Void", Rule.HEAD_WITH_RESPONSE);

  private final Pattern message;

  @SuppressWarnings("ImmutableEnumChecker") // A set that cannot be changed.
  private final Set<Rule> rules;

  RetrofitRule(String message, Rule... rules) {
    this.message = Pattern.compile("^" + message);
    this.rules = Set.of(rules);
  }

  /** The rules that {@code message} speaks of: one, if this list is complete. */
  static List<RetrofitRule> of(String message) {
    return Arrays.stream(values()).filter(rule -> rule.message.matcher(message).find()).toList();
  }

  /** The rules of which the processor has to name one. */
  Set<Rule> rules() {
    return rules;
  }
}
