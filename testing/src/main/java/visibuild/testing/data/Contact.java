package visibuild.testing.data;

/** Whom to ask about a ticket. */
public record Contact(String name, String email) {}
