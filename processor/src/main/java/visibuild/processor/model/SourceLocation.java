package visibuild.processor.model;

/**
 * A place in the user's source that a problem can be reported at. Who makes one and who reports
 * there know what it is; everybody else only hands it on.
 */
public interface SourceLocation {}
