package visibuild.processor.validation;

import static visibuild.processor.validation.Rule.Kind.ERROR;
import static visibuild.processor.validation.Rule.Kind.RETROFIT;
import static visibuild.processor.validation.Rule.Kind.WARNING;
import static visibuild.processor.validation.RuleFamily.BODY;
import static visibuild.processor.validation.RuleFamily.HEADER;
import static visibuild.processor.validation.RuleFamily.INTERFACE;
import static visibuild.processor.validation.RuleFamily.PARAMETER;
import static visibuild.processor.validation.RuleFamily.PROCESSOR;
import static visibuild.processor.validation.RuleFamily.REQUEST;
import static visibuild.processor.validation.RuleFamily.RESPONSE;
import static visibuild.processor.validation.RuleFamily.SCOPE;
import static visibuild.processor.validation.RuleFamily.URL;

/**
 * The rules of the processor. An id never changes, so that people can search for it; {@code
 * docs/reference/rules.md} explains each.
 */
public enum Rule {
  /** Only an interface can be annotated. */
  NOT_AN_INTERFACE("not-an-interface", INTERFACE, RETROFIT),
  /** The interface has no type variables. */
  GENERIC_INTERFACE("generic-interface", INTERFACE, RETROFIT),
  /** The interface can be named in its package. */
  PRIVATE_INTERFACE("private-interface", INTERFACE, ERROR),
  /** The interface is not sealed. */
  SEALED_INTERFACE("sealed-interface", INTERFACE, ERROR),
  /** The interface has something to call. */
  NO_METHODS("no-methods", INTERFACE, WARNING),
  /** The path in front of all paths stays below the origin and ends with a slash. */
  API_PATH("api-path", INTERFACE, ERROR),
  /** The client's name is free. */
  CLIENT_NAME_TAKEN("client-name-taken", INTERFACE, ERROR),

  /** An interface that reads has no method that writes. */
  WRITE_IN_READ_API("write-in-read-api", SCOPE, ERROR),
  /** An interface that may write has a method that does. */
  SCOPE_TOO_WIDE("scope-too-wide", SCOPE, ERROR),
  /** Only a POST is declared a read. */
  SCOPE_TOO_NARROW("scope-too-narrow", SCOPE, ERROR),
  /** Only the processor determines the scope of a request. */
  SCOPE_TAG("scope-tag", SCOPE, ERROR),

  /** Each method has a verb. */
  MISSING_VERB("missing-verb", REQUEST, RETROFIT),
  /** No method has two verbs. */
  SEVERAL_VERBS("several-verbs", REQUEST, RETROFIT),
  /** A custom verb is valid in HTTP. */
  VERB_NAME("verb-name", REQUEST, ERROR),
  /** A custom verb has a body if and only if HTTP expects one. */
  VERB_BODY("verb-body", REQUEST, ERROR),
  /** A request annotation stands on a method with a request. */
  IGNORED_ANNOTATION("ignored-annotation", REQUEST, WARNING),
  /** A method has no type variables. */
  GENERIC_METHOD("generic-method", REQUEST, WARNING),
  /** A suspend function is one of Kotlin's, and has Kotlin's library to suspend it. */
  SUSPEND_FUNCTION("suspend-function", REQUEST, ERROR),
  /** No method clashes with the client's own factory, or with a method of {@code Object}. */
  FACTORY_CLASH("factory-clash", REQUEST, ERROR),
  /** No two methods make the same request in the same way. */
  REPEATED_REQUEST("repeated-request", REQUEST, WARNING),

  /** Each method says where its request goes. */
  MISSING_PATH("missing-path", URL, RETROFIT),
  /** A method says once where its request goes. */
  URL_BESIDE_PATH("url-beside-path", URL, RETROFIT),
  /** A path continues the path of the interface. */
  PATH_LEAVES_API("path-leaves-api", URL, ERROR),
  /** A path is canonical. */
  PATH_SPELLING("path-spelling", URL, ERROR),
  /** A path does not repeat the path of the interface. */
  REPEATED_API_PATH("repeated-api-path", URL, WARNING),
  /** Placeholders stand in the path, not in the query. */
  QUERY_PLACEHOLDER("query-placeholder", URL, RETROFIT),
  /** Braces hold a name that a placeholder can have. */
  MALFORMED_PLACEHOLDER("malformed-placeholder", URL, ERROR),
  /** Each placeholder gets a value. */
  UNFILLED_PLACEHOLDER("unfilled-placeholder", URL, ERROR),
  /** Each {@code @Path} names what a placeholder can be called. */
  PLACEHOLDER_NAME("placeholder-name", URL, RETROFIT),
  /** Each {@code @Path} has a placeholder. */
  UNKNOWN_PLACEHOLDER("unknown-placeholder", URL, RETROFIT),
  /** No placeholder gets two values. */
  REPEATED_PLACEHOLDER("repeated-placeholder", URL, ERROR),
  /** The path is complete before the query begins. */
  PATH_AFTER_QUERY("path-after-query", URL, RETROFIT),
  /** A URL that is a parameter is one parameter. */
  SEVERAL_URLS("several-urls", URL, RETROFIT),
  /** A URL that is a parameter has no placeholders. */
  PATH_BESIDE_URL("path-beside-url", URL, RETROFIT),
  /** A URL parameter has a URL type. */
  URL_TYPE("url-type", URL, RETROFIT),
  /** No query parameter is set in two places. */
  REPEATED_QUERY("repeated-query", URL, WARNING),

  /** Each parameter has a purpose. */
  PARAMETER_WITHOUT_PURPOSE("parameter-without-purpose", PARAMETER, RETROFIT),
  /** No parameter is for two things. */
  PARAMETER_WITH_TWO_PURPOSES("parameter-with-two-purposes", PARAMETER, RETROFIT),
  /** The type of a parameter is known to the last argument. */
  OPEN_PARAMETER_TYPE("open-parameter-type", PARAMETER, RETROFIT),
  /** The client can access the types of its methods. */
  INACCESSIBLE_TYPE("inaccessible-type", PARAMETER, ERROR),
  /** A parameter of several values says of which type they are. */
  RAW_VALUES("raw-values", PARAMETER, RETROFIT),
  /** A parameter for any number of names is a map. */
  NOT_A_MAP("not-a-map", PARAMETER, RETROFIT),
  /** A map says of which types its entries are. */
  RAW_MAP("raw-map", PARAMETER, RETROFIT),
  /** The keys of a map are texts. */
  MAP_KEY("map-key", PARAMETER, RETROFIT),
  /** A call has at most one options parameter, without another annotation. */
  REQUEST_OPTIONS("request-options", PARAMETER, ERROR),
  /** A value that is sent as text has a meaningful text. */
  VALUE_WITHOUT_TEXT("value-without-text", PARAMETER, ERROR),
  /** No field, part or header is set by two parameters. */
  REPEATED_NAME("repeated-name", PARAMETER, WARNING),
  /** A name is not empty. */
  EMPTY_NAME("empty-name", PARAMETER, ERROR),
  /** A value that Retrofit requires is not nullable. */
  NULLABLE_PARAMETER("nullable-parameter", PARAMETER, WARNING),
  /** No two tags of a request have the same type. */
  REPEATED_TAG("repeated-tag", PARAMETER, RETROFIT),

  /** {@code @Headers} has headers. */
  EMPTY_HEADERS("empty-headers", HEADER, RETROFIT),
  /** A fixed header has a name and a value that HTTP can have. */
  MALFORMED_HEADER("malformed-header", HEADER, RETROFIT),
  /** A fixed content type is one. */
  MALFORMED_CONTENT_TYPE("malformed-content-type", HEADER, RETROFIT),
  /** The name of a header is one that HTTP can have. */
  HEADER_NAME("header-name", HEADER, ERROR),
  /** Only OkHttp sets the headers that say where a request goes and where it ends. */
  FRAMING_HEADER("framing-header", HEADER, ERROR),
  /** Only the runtime sets the {@code Authorization} header. */
  AUTHORIZATION_HEADER("authorization-header", HEADER, ERROR),
  /** No header or field overrides the HTTP verb. */
  METHOD_OVERRIDE("method-override", HEADER, ERROR),

  /** A body goes out with a verb that has one. */
  UNEXPECTED_BODY("unexpected-body", BODY, RETROFIT),
  /** A request has one body. */
  SEVERAL_BODIES("several-bodies", BODY, RETROFIT),
  /** JSON can represent the body. */
  UNWRITABLE_BODY("unwritable-body", BODY, ERROR),
  /** Jackson writes the contents of a body. */
  LOSSY_BODY("lossy-body", BODY, WARNING),
  /** A model carries Jackson's annotations, not those of another JSON library. */
  FOREIGN_JSON_ANNOTATION("foreign-json-annotation", BODY, WARNING),
  /** A form or a multipart body goes out with a verb that has a body. */
  UNEXPECTED_ENCODING("unexpected-encoding", BODY, RETROFIT),
  /** A body is a form or has parts, not both. */
  SEVERAL_ENCODINGS("several-encodings", BODY, RETROFIT),
  /** A body is written by one parameter, or of fields or parts. */
  BODY_BESIDE_ENCODING("body-beside-encoding", BODY, RETROFIT),
  /** A form has a field, and a multipart body has a part. */
  EMPTY_ENCODING("empty-encoding", BODY, RETROFIT),
  /** Fields are in a form. */
  FIELD_OUTSIDE_FORM("field-outside-form", BODY, RETROFIT),
  /** Parts are in a multipart body. */
  PART_OUTSIDE_MULTIPART("part-outside-multipart", BODY, RETROFIT),
  /** A part is named in one place. */
  PART_NAME("part-name", BODY, RETROFIT),
  /** A part's name and encoding can stand in its header. */
  MALFORMED_PART("malformed-part", BODY, RETROFIT),
  /** A map of parts names them by its keys. */
  PART_MAP_VALUE("part-map-value", BODY, RETROFIT),

  /** The return type determines the type to decode. */
  UNKNOWN_RESPONSE_TYPE("unknown-response-type", RESPONSE, RETROFIT),
  /** The return type has all its type arguments. */
  RAW_RESPONSE("raw-response", RESPONSE, WARNING),
  /** OkHttp's {@code Response} is not a return type. */
  OKHTTP_RESPONSE("okhttp-response", RESPONSE, RETROFIT),
  /** The client supports the return type. */
  UNSUPPORTED_RESPONSE("unsupported-response", RESPONSE, ERROR),
  /** Jackson can decode the return type. */
  UNDECODABLE_RESPONSE("undecodable-response", RESPONSE, WARNING),
  /** HEAD has a response without a body. */
  HEAD_WITH_RESPONSE("head-with-response", RESPONSE, RETROFIT),
  /** A body that the program reads itself is one that it gets. */
  UNUSED_STREAMING("unused-streaming", RESPONSE, WARNING),
  /** {@code @DataKey} stands on a method with a decoded response. */
  UNUSED_DATA_KEY("unused-data-key", RESPONSE, WARNING),
  /** Only reads return {@code Optional}. */
  OPTIONAL_WRITE("optional-write", RESPONSE, WARNING),
  /** Only reads are paged. */
  PAGED_WRITE("paged-write", RESPONSE, ERROR),
  /** The client asks for the pages of a paged method. */
  PAGING_PARAMETER("paging-parameter", RESPONSE, ERROR),
  /** A query parameter is not a misspelled paging parameter. */
  PAGING_PARAMETER_SPELLING("paging-parameter-spelling", RESPONSE, WARNING),

  /** The types of inherited methods are on the class path. */
  MISSING_TYPE("missing-type", PROCESSOR, ERROR),
  /** An option of the processor has a value that it knows. */
  INVALID_OPTION("invalid-option", PROCESSOR, ERROR),
  /** The processor works. */
  INTERNAL_ERROR("internal-error", PROCESSOR, ERROR);

  /** The origin of a rule, and the effect of breaking it. */
  public enum Kind {
    /** An error, which Retrofit would report in the running program. */
    RETROFIT,
    /** An error, which Retrofit does not report. No correct program breaks the rule. */
    ERROR,
    /** A warning: a correct program may break the rule. {@code @SuppressWarnings} silences it. */
    WARNING
  }

  private final String id;
  private final RuleFamily family;
  private final Kind kind;

  Rule(String id, RuleFamily family, Kind kind) {
    this.id = id;
    this.family = family;
    this.kind = kind;
  }

  /** Returns the id as messages show it: {@code visibuild/write-in-read-api}. */
  public String id() {
    return "visibuild/" + id;
  }

  /** Returns the name for {@code @SuppressWarnings}: {@code visibuild:repeated-request}. */
  public String suppression() {
    return "visibuild:" + id;
  }

  /** Returns the family, a section of {@code docs/reference/rules.md}. */
  public RuleFamily family() {
    return family;
  }

  /** Returns the origin and the effect. */
  public Kind kind() {
    return kind;
  }

  /** Returns whether no client is written for an interface that breaks the rule. */
  public boolean isError() {
    return kind != WARNING;
  }
}
