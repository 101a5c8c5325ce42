package visibuild.policy;

import java.util.List;
import java.util.Optional;

/**
 * A descriptor as text: two spaces for each level, a line for each member, a line break at the end.
 *
 * <p>Written without Jackson. The annotation processor writes a descriptor in each build, and the
 * classes of a JSON library would be a tenth of all that it loads.
 */
final class DescriptorJson {
  private static final String HEX = "0123456789ABCDEF";

  private final StringBuilder json = new StringBuilder(1024);
  private String indent = "\n";
  private boolean first = true;

  private DescriptorJson() {}

  static String of(Descriptor descriptor) {
    return new DescriptorJson().text(descriptor);
  }

  private String text(Descriptor descriptor) {
    open('{');
    key("version").append(FileVersion.CURRENT);
    text("interface", descriptor.api());
    text("client", descriptor.client());
    text("scope", descriptor.scope().name());
    text("path", descriptor.path());
    source(descriptor.source());
    key("methods");
    open('[');
    for (MethodDescriptor method : descriptor.methods()) {
      next();
      method(method);
    }
    close(']');
    close('}');
    return json.append('\n').toString();
  }

  private void method(MethodDescriptor method) {
    open('{');
    text("name", method.name());
    texts("parameters", method.parameters());
    text("verb", method.verb());
    text("path", method.path());
    if (!method.headers().isEmpty()) {
      texts("headers", method.headers());
    }
    text("scope", method.scope().name());
    text("reason", method.reason().name());
    source(method.source());
    close('}');
  }

  private void source(Optional<SourcePosition> source) {
    if (source.isPresent()) {
      key("source");
      open('{');
      text("file", source.get().file());
      if (source.get().line().isPresent()) {
        key("line").append(source.get().line().getAsInt());
      }
      close('}');
    }
  }

  private void texts(String key, List<String> values) {
    key(key);
    open('[');
    for (String value : values) {
      next();
      quoted(value);
    }
    close(']');
  }

  private void text(String key, String value) {
    key(key);
    quoted(value);
  }

  private StringBuilder key(String key) {
    next();
    return json.append('"').append(key).append("\": ");
  }

  private void open(char bracket) {
    json.append(bracket);
    indent += "  ";
    first = true;
  }

  /** An empty object or array stays on one line. */
  private void close(char bracket) {
    indent = indent.substring(0, indent.length() - 2);
    if (!first) {
      json.append(indent);
    }
    json.append(bracket);
    first = false;
  }

  private void next() {
    if (!first) {
      json.append(',');
    }
    json.append(indent);
    first = false;
  }

  /** Returns whether no character of {@code text} needs an escape, as in nearly all texts. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private void quoted(String text) {
    json.append('"');
    if (isPlain(text)) {
      json.append(text).append('"');
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> {
          if (c < ' ') {
            json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
