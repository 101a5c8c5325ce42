package visibuild.policy.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * JSON as text that reviews well: the same on every system, two spaces, a line break at the end.
 */
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /** Writes the single value of a JSON text. */
  @FunctionalInterface
  public interface Content {
    /** Writes to {@code json}. */
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** The text of {@code content}, a line for each member. */
  public static String of(Content content) {
    return text(content, true) + "\n";
  }

  /** The text of {@code content} on one line, without a line break. */
  public static String onOneLine(Content content) {
    return text(content, false);
  }

  private static String text(Content content, boolean lines) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(printer(lines));
      content.writeTo(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static DefaultPrettyPrinter printer(boolean lines) {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEntrySpacing(lines ? Separators.Spacing.NONE : Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultPrettyPrinter.Indenter indenter =
        lines ? new DefaultIndenter("  ", "\n") : DefaultPrettyPrinter.NopIndenter.instance;
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
