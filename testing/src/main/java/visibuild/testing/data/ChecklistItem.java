package visibuild.testing.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of an inspection's checklist, with its final reply.
 *
 * @param response null for a question without a reply in words
 * @param choices null if nothing is to be chosen
 * @param chosen null if nothing is to be chosen
 */
record ChecklistItem(
    String type,
    String title,
    @Nullable String response,
    @Nullable List<String> choices,
    boolean allowMultiple,
    @Nullable List<String> chosen) {
  /** One of each type that is known, and one where only one choice may be made. */
  static final List<ChecklistItem> ALL =
      List.of(
          inWords("short_answer", "What was checked", "All of it, against the drawing."),
          inWords("checkbox", "Area is clean", "true"),
          otherwise("attachment", "Photo of the finished work"),
          inWords("date", "Day of the test", "2026-01-15"),
          byChoice("Trades on site", true, List.of("Carpenter", "Tiler")),
          inWords("numeric", "Pressure in kPa", "350"),
          otherwise("signature", "Signature of the supervisor"),
          byChoice("Who gave access", false, List.of("Electrician")));

  private static ChecklistItem inWords(String type, String title, String response) {
    return new ChecklistItem(type, title, response, null, false, null);
  }

  private static ChecklistItem otherwise(String type, String title) {
    return new ChecklistItem(type, title, null, null, false, null);
  }

  private static ChecklistItem byChoice(String title, boolean allowMultiple, List<String> chosen) {
    List<String> choices = List.of("Carpenter", "Electrician", "Plumber", "Tiler");
    return new ChecklistItem("multi_choice", title, null, choices, allowMultiple, chosen);
  }
}
