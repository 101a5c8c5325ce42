package visibuild.processor.model;

/**
 * A place in the user's source for reports. Only its creator and the reporter know its content; all
 * other code passes it on.
 */
public interface SourceLocation {}
