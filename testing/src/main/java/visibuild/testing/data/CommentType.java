package visibuild.testing.data;

/** The visibility of a comment. In JSON the name is in lower case. */
public enum CommentType {
  PUBLIC,
  PRIVATE,
  INTERNAL
}
