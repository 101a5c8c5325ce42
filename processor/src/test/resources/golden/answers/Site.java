package golden.answers;

/** A record of the API. */
public record Site(String id, String name) {}
