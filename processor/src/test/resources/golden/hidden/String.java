package golden.hidden;

/** Hides the one of {@code java.lang} in this package. */
public record String(int length) {}
