package visibuild.testing.data;

import java.util.List;

/** A company with its people. */
public record Employer(Company company, List<User> people) {}
