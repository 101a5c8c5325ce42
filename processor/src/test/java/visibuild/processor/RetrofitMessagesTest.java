package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import retrofit2.Retrofit;

/**
 * No rule of Retrofit's is missing from {@link RetrofitRule}: each message in the classes that
 * judge a method is one of a rule there, or stands here with the reason why no method gets it.
 */
class RetrofitMessagesTest {
  private static final List<String> JUDGES =
      List.of("RequestFactory$Builder", "HttpServiceMethod", "ServiceMethod", "Retrofit");

  /** Sentences of which only a part is a constant, and ends of them. */
  private static final String PARTS =
      "@Tag type|is duplicate of|Type parameters are unsupported on|and would always overwrite|must include generic type"
          + "|' is not a valid response body type|which is an interface of|form-data; name=";

  /** All Calls have a call adapter, and Jackson has a converter for each type. */
  private static final String OF_OTHER_FACTORIES =
      "Unable to create (@Body )?converter|Could not locate|Service methods cannot return void";

  /** Checks of Retrofit's own arguments. */
  private static final String OF_THE_PROGRAM = "\\w+ == null|\\\\n.*";

  private static final Pattern REASONED =
      Pattern.compile(String.join("|", PARTS, OF_OTHER_FACTORIES, OF_THE_PROGRAM));

  @Test
  void eachMessageOfRetrofitIsOfARuleThatIsCounted() throws IOException {
    List<String> messages = new ArrayList<>();
    for (String judge : JUDGES) {
      messages.addAll(sentencesIn(judge));
    }

    assertThat(messages).hasSizeGreaterThan(50);
    assertThat(messages.stream().filter(message -> !REASONED.matcher(message).lookingAt()))
        .allSatisfy(message -> assertThat(RetrofitRule.of(message)).as(message).isNotEmpty());
  }

  /** The constants of a class that are more than one word. */
  private static List<String> sentencesIn(String judge) throws IOException {
    try (InputStream file = Retrofit.class.getResourceAsStream(judge + ".class")) {
      return constantsIn(new DataInputStream(file))
          .map(String::strip)
          .filter(text -> text.contains(" "))
          .toList();
    }
  }

  /** The constant pool, see the Java Virtual Machine Specification, 4.4. */
  private static Stream<String> constantsIn(DataInputStream file) throws IOException {
    Map<Integer, String> texts = new HashMap<>();
    List<Integer> constants = new ArrayList<>();
    file.skipBytes(8);
    int count = file.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = file.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, file.readUTF());
        case 8 -> constants.add(file.readUnsignedShort());
        case 7, 16, 19, 20 -> file.skipBytes(2);
        case 15 -> file.skipBytes(3);
        case 5, 6 -> {
          file.skipBytes(8);
          i++;
        }
        default -> file.skipBytes(4);
      }
    }
    return constants.stream().map(texts::get);
  }
}
