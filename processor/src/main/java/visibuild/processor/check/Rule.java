package visibuild.processor.check;

/** The rules, each with an id that stays the same for ever, so that people can search for it. */
public enum Rule {
  /** Only an interface can be annotated. */
  NOT_AN_INTERFACE("not-an-interface"),
  /** The interface has no type variables. */
  GENERIC_INTERFACE("generic-interface"),
  /** The interface can be named in its package. */
  PRIVATE_INTERFACE("private-interface"),
  /** The interface leaves open who implements it. */
  SEALED_INTERFACE("sealed-interface"),
  /** The interface has something to call. */
  NO_METHODS("no-methods"),
  /** The path in front of all paths stays below the origin and ends with a slash. */
  API_PATH("api-path"),

  /** An interface that reads has no method that writes. */
  WRITE_IN_READ_API("write-in-read-api"),
  /** An interface that may write has a method that does. */
  SCOPE_TOO_WIDE("scope-too-wide"),
  /** Only the processor says which scope a request needs. */
  SCOPE_TAG("scope-tag"),

  /** Each method has a verb. */
  MISSING_VERB("missing-verb"),
  /** No method has two verbs. */
  SEVERAL_VERBS("several-verbs"),
  /** A method has no type variables. */
  GENERIC_METHOD("generic-method"),
  /** No method is equal to the client's own factory. */
  FACTORY_CLASH("factory-clash"),

  /** Each method says where its request goes, once. */
  MISSING_PATH("missing-path"),
  /** A path continues the path of the interface. */
  PATH_LEAVES_API("path-leaves-api"),
  /** Placeholders stand in the path, not in the query. */
  QUERY_PLACEHOLDER("query-placeholder"),
  /** Each placeholder gets a value. */
  UNFILLED_PLACEHOLDER("unfilled-placeholder"),
  /** Each {@code @Path} has a placeholder. */
  UNKNOWN_PLACEHOLDER("unknown-placeholder"),
  /** No placeholder gets two values. */
  REPEATED_PLACEHOLDER("repeated-placeholder"),

  /** Each parameter says what it is for. */
  PARAMETER_WITHOUT_PURPOSE("parameter-without-purpose"),
  /** No parameter is for two things. */
  PARAMETER_WITH_TWO_PURPOSES("parameter-with-two-purposes"),
  /** Only the runtime sets the {@code Authorization} header. */
  AUTHORIZATION_HEADER("authorization-header"),

  /** The answer has a shape that the client can make. */
  UNSUPPORTED_ANSWER("unsupported-answer"),
  /** The type of the answer is known to the last argument. */
  UNKNOWN_ANSWER_TYPE("unknown-answer-type"),
  /** HEAD has no answer but its headers. */
  HEAD_WITH_ANSWER("head-with-answer"),
  /** Only reads are paged. */
  PAGED_WRITE("paged-write"),
  /** The client asks for the pages of a paged method. */
  PAGING_PARAMETER("paging-parameter"),

  /** All that the interface names is there. */
  MISSING_TYPE("missing-type"),
  /** The client's name is free. */
  CLIENT_NAME_TAKEN("client-name-taken"),
  /** The processor works. */
  INTERNAL_ERROR("internal-error");

  private final String id;

  Rule(String id) {
    this.id = id;
  }

  /** The id, as messages show it: {@code visibuild/write-in-read-api}. */
  public String id() {
    return "visibuild/" + id;
  }
}
