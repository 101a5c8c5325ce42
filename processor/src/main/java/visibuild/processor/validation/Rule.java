package visibuild.processor.validation;

import static visibuild.processor.validation.Rule.Origin.RETROFIT;
import static visibuild.processor.validation.Rule.Origin.VISIBUILD;

/** The rules, each with an id that stays the same for ever, so that people can search for it. */
public enum Rule {
  /** Only an interface can be annotated. */
  NOT_AN_INTERFACE("not-an-interface", RETROFIT),
  /** The interface has no type variables. */
  GENERIC_INTERFACE("generic-interface", RETROFIT),
  /** The interface can be named in its package. */
  PRIVATE_INTERFACE("private-interface", VISIBUILD),
  /** The interface leaves open who implements it. */
  SEALED_INTERFACE("sealed-interface", VISIBUILD),
  /** The interface has something to call. */
  NO_METHODS("no-methods", VISIBUILD),
  /** The path in front of all paths stays below the origin and ends with a slash. */
  API_PATH("api-path", VISIBUILD),

  /** An interface that reads has no method that writes. */
  WRITE_IN_READ_API("write-in-read-api", VISIBUILD),
  /** An interface that may write has a method that does. */
  SCOPE_TOO_WIDE("scope-too-wide", VISIBUILD),
  /** No method states that a verb which changes something only reads. */
  SCOPE_TOO_NARROW("scope-too-narrow", VISIBUILD),
  /** Only the processor says which scope a request needs. */
  SCOPE_TAG("scope-tag", VISIBUILD),

  /** Each method has a verb. */
  MISSING_VERB("missing-verb", RETROFIT),
  /** No method has two verbs. */
  SEVERAL_VERBS("several-verbs", RETROFIT),
  /** A verb of its own is one that HTTP can have. */
  VERB_NAME("verb-name", VISIBUILD),
  /** A verb of its own has a body where HTTP wants one, and none where it wants none. */
  VERB_BODY("verb-body", VISIBUILD),
  /** What is said of a request stands on a method that makes one. */
  IGNORED_ANNOTATION("ignored-annotation", VISIBUILD),
  /** A method has no type variables. */
  GENERIC_METHOD("generic-method", VISIBUILD),
  /** A suspend function is one of Kotlin's, and has Kotlin's library to suspend it. */
  SUSPEND_FUNCTION("suspend-function", VISIBUILD),
  /** No method is equal to the client's own factory. */
  FACTORY_CLASH("factory-clash", VISIBUILD),
  /** No two methods make the same request in the same way. */
  REPEATED_REQUEST("repeated-request", VISIBUILD),

  /** Each method says where its request goes. */
  MISSING_PATH("missing-path", RETROFIT),
  /** A method says once where its request goes. */
  URL_BESIDE_PATH("url-beside-path", RETROFIT),
  /** A path continues the path of the interface. */
  PATH_LEAVES_API("path-leaves-api", VISIBUILD),
  /** A path is spelled as it is requested. */
  PATH_SPELLING("path-spelling", VISIBUILD),
  /** A path does not repeat the path of the interface. */
  REPEATED_API_PATH("repeated-api-path", VISIBUILD),
  /** Placeholders stand in the path, not in the query. */
  QUERY_PLACEHOLDER("query-placeholder", RETROFIT),
  /** Braces hold a name that a placeholder can have. */
  MALFORMED_PLACEHOLDER("malformed-placeholder", VISIBUILD),
  /** Each placeholder gets a value. */
  UNFILLED_PLACEHOLDER("unfilled-placeholder", VISIBUILD),
  /** Each {@code @Path} names what a placeholder can be called. */
  PLACEHOLDER_NAME("placeholder-name", RETROFIT),
  /** Each {@code @Path} has a placeholder. */
  UNKNOWN_PLACEHOLDER("unknown-placeholder", RETROFIT),
  /** No placeholder gets two values. */
  REPEATED_PLACEHOLDER("repeated-placeholder", VISIBUILD),
  /** The path is complete before the query begins. */
  PATH_AFTER_QUERY("path-after-query", RETROFIT),
  /** A URL that is a parameter is one parameter. */
  SEVERAL_URLS("several-urls", RETROFIT),
  /** A URL that is a parameter has no placeholders. */
  PATH_BESIDE_URL("path-beside-url", RETROFIT),
  /** A URL has a type that says so. */
  URL_TYPE("url-type", RETROFIT),
  /** No query parameter is set in two places. */
  REPEATED_QUERY("repeated-query", VISIBUILD),

  /** Each parameter says what it is for. */
  PARAMETER_WITHOUT_PURPOSE("parameter-without-purpose", RETROFIT),
  /** No parameter is for two things. */
  PARAMETER_WITH_TWO_PURPOSES("parameter-with-two-purposes", RETROFIT),
  /** The type of a parameter is known to the last argument. */
  OPEN_PARAMETER_TYPE("open-parameter-type", RETROFIT),
  /** A parameter of several values says of which type they are. */
  RAW_VALUES("raw-values", RETROFIT),
  /** A parameter for any number of names is a map. */
  NOT_A_MAP("not-a-map", RETROFIT),
  /** A map says of which types its entries are. */
  RAW_MAP("raw-map", RETROFIT),
  /** The keys of a map are texts. */
  MAP_KEY("map-key", RETROFIT),
  /** A call has options once, as a parameter of their own. */
  REQUEST_OPTIONS("request-options", VISIBUILD),
  /** What is sent as text has a text that means what it is. */
  VALUE_WITHOUT_TEXT("value-without-text", VISIBUILD),
  /** No field, part or header is set by two parameters. */
  REPEATED_NAME("repeated-name", VISIBUILD),
  /** What is named has a name. */
  EMPTY_NAME("empty-name", VISIBUILD),
  /** What Retrofit cannot leave out is there. */
  NULLABLE_PARAMETER("nullable-parameter", VISIBUILD),
  /** Each tag of a request has a type of its own. */
  REPEATED_TAG("repeated-tag", RETROFIT),

  /** {@code @Headers} has headers. */
  EMPTY_HEADERS("empty-headers", RETROFIT),
  /** A fixed header has a name and a value that HTTP can have. */
  MALFORMED_HEADER("malformed-header", RETROFIT),
  /** A fixed content type is one. */
  MALFORMED_CONTENT_TYPE("malformed-content-type", RETROFIT),
  /** The name of a header is one that HTTP can have. */
  HEADER_NAME("header-name", VISIBUILD),
  /** Only OkHttp sets the headers that say where a request goes and where it ends. */
  FRAMING_HEADER("framing-header", VISIBUILD),
  /** Only the runtime sets the {@code Authorization} header. */
  AUTHORIZATION_HEADER("authorization-header", VISIBUILD),

  /** A body goes out with a verb that has one. */
  UNEXPECTED_BODY("unexpected-body", RETROFIT),
  /** A request has one body. */
  SEVERAL_BODIES("several-bodies", RETROFIT),
  /** JSON can say what is in a body. */
  UNWRITABLE_BODY("unwritable-body", VISIBUILD),
  /** A form or a multipart body goes out with a verb that has a body. */
  UNEXPECTED_ENCODING("unexpected-encoding", RETROFIT),
  /** A body is a form or has parts, not both. */
  SEVERAL_ENCODINGS("several-encodings", RETROFIT),
  /** A body is written by one parameter, or of fields or parts. */
  BODY_BESIDE_ENCODING("body-beside-encoding", RETROFIT),
  /** A form has a field, and a multipart body has a part. */
  EMPTY_ENCODING("empty-encoding", RETROFIT),
  /** Fields are in a form. */
  FIELD_OUTSIDE_FORM("field-outside-form", RETROFIT),
  /** Parts are in a multipart body. */
  PART_OUTSIDE_MULTIPART("part-outside-multipart", RETROFIT),
  /** A part is named in one place. */
  PART_NAME("part-name", RETROFIT),
  /** A part's name and encoding can stand in its header. */
  MALFORMED_PART("malformed-part", RETROFIT),
  /** A map of parts names them by its keys. */
  PART_MAP_VALUE("part-map-value", RETROFIT),

  /** The type of the answer says what to decode. */
  UNKNOWN_ANSWER_TYPE("unknown-answer-type", RETROFIT),
  /** The type of the answer is known to the last argument. */
  RAW_ANSWER("raw-answer", VISIBUILD),
  /** OkHttp's {@code Response} is no type of an answer. */
  OKHTTP_RESPONSE("okhttp-response", RETROFIT),
  /** The answer has a shape that the client can make. */
  UNSUPPORTED_ANSWER("unsupported-answer", VISIBUILD),
  /** Jackson can make what is to be decoded. */
  UNDECODABLE_ANSWER("undecodable-answer", VISIBUILD),
  /** HEAD has no answer but its headers. */
  HEAD_WITH_ANSWER("head-with-answer", RETROFIT),
  /** A body that the program reads itself is one that it gets. */
  UNUSED_STREAMING("unused-streaming", VISIBUILD),
  /** A member of the answer is chosen where the answer is decoded. */
  UNUSED_DATA_KEY("unused-data-key", VISIBUILD),
  /** Only what is read can be missing. */
  OPTIONAL_WRITE("optional-write", VISIBUILD),
  /** Only reads are paged. */
  PAGED_WRITE("paged-write", VISIBUILD),
  /** The client asks for the pages of a paged method. */
  PAGING_PARAMETER("paging-parameter", VISIBUILD),

  /** All that the interface names is there. */
  MISSING_TYPE("missing-type", VISIBUILD),
  /** The client's name is free. */
  CLIENT_NAME_TAKEN("client-name-taken", VISIBUILD),
  /** The processor works. */
  INTERNAL_ERROR("internal-error", VISIBUILD);

  /** Whose rule it is. */
  public enum Origin {
    /** Retrofit refuses the same when a method is called first, or when a service is created. */
    RETROFIT,
    /** Retrofit would let it pass. */
    VISIBUILD
  }

  private final String id;
  private final Origin origin;

  Rule(String id, Origin origin) {
    this.id = id;
    this.origin = origin;
  }

  /** The id, as messages show it: {@code visibuild/write-in-read-api}. */
  public String id() {
    return "visibuild/" + id;
  }

  /** Whose rule it is. */
  public Origin origin() {
    return origin;
  }
}
