package visibuild.testing.data;

/** One walk over the site to find defects. */
public record DefectRound(String id, String roundName) {}
