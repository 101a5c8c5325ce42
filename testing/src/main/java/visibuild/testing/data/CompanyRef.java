package visibuild.testing.data;

import java.util.List;

/** A company with its people. */
public record CompanyRef(Company company, List<User> people) {}
