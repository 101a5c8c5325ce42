package visibuild.testing.data;

/** Who may read a comment. In JSON the name is in lower case. */
public enum CommentType {
  PUBLIC,
  PRIVATE,
  INTERNAL
}
