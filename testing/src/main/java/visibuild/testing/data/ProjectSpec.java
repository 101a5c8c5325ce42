package visibuild.testing.data;

import java.util.List;

/**
 * The fixed properties of a generated project; the generator draws the rest.
 *
 * @param days the age of the project in days
 * @param visis how many inspections and issues it has
 */
record ProjectSpec(
    String name,
    String identifier,
    String address,
    boolean active,
    int days,
    int buildings,
    int levels,
    int visis) {
  /**
   * The projects. One has more records of a kind than the largest page takes, one has more than the
   * default page, one is finished, one has only begun; and they fill more than one page of five.
   */
  static final List<ProjectSpec> ALL =
      List.of(
          new ProjectSpec("Riverside Tower", "RST", "1 Example Quay", true, 600, 3, 14, 2400),
          new ProjectSpec("Harbour Road Hospital", "HRH", "2 Sample Road", true, 480, 3, 6, 1300),
          new ProjectSpec("Westgate Station", "WGS", "3 Specimen Street", true, 400, 2, 4, 900),
          new ProjectSpec("Kingfisher Primary School", "KPS", "4 Test Lane", true, 300, 3, 2, 520),
          new ProjectSpec("Northern Depot", "NOD", "5 Fixture Way", false, 700, 1, 2, 260),
          new ProjectSpec("Lakeview Apartments", "LVA", "6 Dummy Drive", true, 60, 2, 5, 90),
          new ProjectSpec("Old Mill Conversion", "OMC", "7 Mockup Mews", true, 2, 1, 3, 0));
}
