package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a member that occurs twice in an object, with the exception of Jackson's {@code
 * STRICT_DUPLICATE_DETECTION}. That makes a set of names for each object, 300 bytes for a small
 * record; this parser keeps the names of all open objects in one array.
 */
final class UniqueNameParser extends JsonParserDelegate {
  /** The number of names in one object that are compared one by one; a set has the others. */
  private static final int MAX_COMPARED = 16;

  private static final int USUAL_DEPTH = 6;

  /** The names of all open objects, those of the outermost first. */
  private String[] names = new String[MAX_COMPARED];

  private int count;

  /** The index of the first name of each open object, by its depth from 1. */
  private int[] starts = new int[USUAL_DEPTH];

  private int depth;

  /** The names of open objects with many members, by depth. */
  private @Nullable Map<Integer, Set<String>> manyNames;

  UniqueNameParser(JsonParser parser) {
    super(parser);
  }

  /** Returns a parser that checks names in the place of {@code parser}, if that checks them. */
  static JsonParser inPlaceOfSets(JsonParser parser) {
    // ObjectReader.without(...) leaves the sets of a parser that its factory made with them.
    return parser.isEnabled(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        ? new UniqueNameParser(parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION))
        : parser;
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    @Nullable JsonToken token = delegate.nextToken();
    if (token == JsonToken.FIELD_NAME) {
      refuseRepeated(delegate.currentName());
    } else if (token == JsonToken.START_OBJECT) {
      beginObject();
    } else if (token == JsonToken.END_OBJECT) {
      endObject();
    }
    return token;
  }

  /** Not the other parser's method, which would pass over the names. */
  @Override
  public @Nullable JsonToken nextValue() throws IOException {
    @Nullable JsonToken token = nextToken();
    return token == JsonToken.FIELD_NAME ? nextToken() : token;
  }

  /** Not the other parser's method, which would pass over the names. */
  @Override
  public JsonParser skipChildren() throws IOException {
    int open = isStructStart(currentToken()) ? 1 : 0;
    while (open > 0) {
      @Nullable JsonToken token = nextToken();
      if (token == null) {
        return this;
      }
      if (isStructStart(token)) {
        open++;
      } else if (token.isStructEnd()) {
        open--;
      }
    }
    return this;
  }

  private static boolean isStructStart(@Nullable JsonToken token) {
    return token != null && token.isStructStart();
  }

  private void beginObject() {
    depth++;
    if (depth == starts.length) {
      starts = Arrays.copyOf(starts, 2 * depth);
    }
    starts[depth] = count;
  }

  private void endObject() {
    count = starts[depth];
    if (manyNames != null) {
      manyNames.remove(depth);
    }
    depth--;
  }

  private void refuseRepeated(String name) throws JsonParseException {
    boolean isNew =
        count - starts[depth] < MAX_COMPARED ? addCompared(name) : setOfObject().add(name);
    if (!isNew) {
      throw new JsonParseException(
          this, "Duplicate field '" + name + "'", delegate.currentTokenLocation());
    }
  }

  private boolean addCompared(String name) {
    for (int i = starts[depth]; i < count; i++) {
      if (names[i].equals(name)) {
        return false;
      }
    }
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
    }
    names[count] = name;
    count++;
    return true;
  }

  private Set<String> setOfObject() {
    @Nullable Map<Integer, Set<String>> sets = manyNames;
    if (sets == null) {
      sets = new HashMap<>();
      manyNames = sets;
    }
    return sets.computeIfAbsent(
        depth, unused -> new HashSet<>(Arrays.asList(names).subList(starts[depth], count)));
  }
}
