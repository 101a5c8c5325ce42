package golden.responses;

/** A record of the API. */
public record Site(String id, String name) {}
