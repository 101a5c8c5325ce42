package golden.hidden;

/** Hides the one of {@code java.lang} in this package. */
public @interface Override {}
