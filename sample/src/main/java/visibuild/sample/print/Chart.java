package visibuild.sample.print;

import java.util.List;

/**
 * A chart of bars as the page's template reads it: one bar for each project, and the same figures
 * as a table.
 *
 * @param id the unique id on the page
 * @param title the title
 * @param keys the parts of a bar, in order
 * @param bars the bars
 */
record Chart(String id, String title, List<Key> keys, List<Bar> bars) {
  /** Returns whether a bar has several parts, so that the table shows their sum. */
  boolean addsUp() {
    return keys.size() > 1;
  }

  /**
   * A part that every bar has.
   *
   * @param name what people call it
   * @param style the class of the style sheet that colours it
   */
  record Key(String name, String style) {}

  /**
   * A bar.
   *
   * @param name the project
   * @param figures the number for each key, in order; the table shows them
   * @param parts those that are not zero, for drawing
   * @param total what the parts add up to
   * @param scale the length of the longest bar of the chart, at least 1
   */
  record Bar(String name, List<Integer> figures, List<Part> parts, int total, int scale) {}

  /**
   * A part of a bar.
   *
   * @param key which part
   * @param start the sum of the parts before it
   * @param length its number
   */
  record Part(Key key, int start, int length) {}
}
