package visibuild.audit.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Changes entries in the text of a policy file, and keeps everything else as its author wrote it,
 * so that a patch shows the changes alone.
 */
final class PolicyText {
  private static final JsonFactory JSON = new JsonFactory();

  private final String text;

  private final List<Edit> edits = new ArrayList<>();

  /** The text that replaces the one from {@code start} to {@code end}. */
  private record Edit(int start, int end, String text) {}

  /**
   * An entry of {@code mayWrite} or {@code approvals}.
   *
   * @param nameStart the offset of the name pattern in it, with its quotation marks
   */
  private record Entry(int start, int end, String name, int nameStart, int nameEnd) {}

  private PolicyText(String text) {
    this.text = text;
  }

  /**
   * Narrows {@code policy}, the text of a policy that was read before.
   *
   * @param narrow the name patterns that replace one of {@code mayWrite} and {@code approvals};
   *     none removes the entry
   * @param reads whether {@code highestScope} becomes {@code READ}
   */
  static String narrow(String policy, Function<String, List<String>> narrow, boolean reads) {
    PolicyText text = new PolicyText(policy);
    text.findEdits(narrow, reads);
    return text.edited();
  }

  private String edited() {
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (Edit edit : edits) {
      result.append(text, done, edit.start()).append(edit.text());
      done = edit.end();
    }
    return result.append(text.substring(done)).toString();
  }

  private void findEdits(Function<String, List<String>> narrow, boolean reads) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("mayWrite") || name.equals("approvals")) {
          edits.add(array(parser, narrow));
        } else if (reads && name.equals("highestScope")) {
          String scope = parser.getText();
          edits.add(
              new Edit(
                  start(parser),
                  end(parser),
                  text.substring(start(parser), end(parser)).replace(scope, "READ")));
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Edit array(JsonParser parser, Function<String, List<String>> narrow) throws IOException {
    int open = end(parser);
    List<Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      entries.add(entry(parser));
    }
    int close = start(parser);
    return new Edit(open, close, entries(text.substring(open, close), open, entries, narrow));
  }

  private String entries(
      String inside, int open, List<Entry> entries, Function<String, List<String>> narrow) {
    StringBuilder kept = new StringBuilder();
    for (int index = 0; index < entries.size(); index++) {
      Entry entry = entries.get(index);
      for (String name : narrow.apply(entry.name())) {
        kept.append(kept.isEmpty() ? "" : separatorBefore(entries, index));
        kept.append(text, entry.start(), entry.nameStart());
        kept.append('"').append(name).append('"');
        kept.append(text, entry.nameEnd(), entry.end());
      }
    }
    if (kept.isEmpty()) {
      return entries.isEmpty() ? inside : "";
    }
    return inside.substring(0, entries.get(0).start() - open)
        + kept
        + inside.substring(entries.get(entries.size() - 1).end() - open);
  }

  /** The text between two entries, such as a comma, a line break and the indentation. */
  private String separatorBefore(List<Entry> entries, int index) {
    int second = Math.max(1, index);
    return second < entries.size()
        ? text.substring(entries.get(second - 1).end(), entries.get(second).start())
        : ", ";
  }

  private static Entry entry(JsonParser parser) throws IOException {
    int start = start(parser);
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      String text = parser.getText();
      return new Entry(start, end(parser), text, start, end(parser));
    }
    String name = "";
    int nameStart = start;
    int nameEnd = start;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean write = parser.currentName().equals("write");
      parser.nextToken();
      String value = parser.getText();
      if (write) {
        name = value;
        nameStart = start(parser);
        nameEnd = end(parser);
      }
    }
    return new Entry(start, end(parser), name, nameStart, nameEnd);
  }

  private static int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  /** The parser reads a text value lazily; the caller has asked for the value before. */
  private static int end(JsonParser parser) {
    return (int) parser.currentLocation().getCharOffset();
  }
}
