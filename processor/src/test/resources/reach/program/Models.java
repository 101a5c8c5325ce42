package program;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that {@link ModelsApi} names, and those that these are made of. */
final class Models {
  enum Status {
    @JsonProperty("not started")
    NOT_STARTED,
    @JsonProperty("closed")
    CLOSED {
      @Override
      boolean isLast() {
        return true;
      }
    };

    boolean isLast() {
      return false;
    }
  }

  record Visi(String id, Status status, Person reporter) implements Named {}

  /** Reached through the component of a record only. */
  record Person(String name) {}

  /** Reached as what a record extends only. */
  interface Named {
    @JsonProperty("id")
    String id();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "circle"),
    @JsonSubTypes.Type(value = Square.class, name = "square")
  })
  interface Shape {}

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  static class Base {
    private String baseName = "";

    public String getBaseName() {
      return baseName;
    }

    public void setBaseName(String baseName) {
      this.baseName = baseName;
    }
  }

  static class Bean extends Base {
    @JsonProperty private int size;
    private @Nullable Detail detail;

    public void setDetail(Detail detail) {
      this.detail = detail;
    }

    @Override
    public String toString() {
      return getBaseName() + " " + size + " " + detail;
    }
  }

  /** Reached through a setter only. */
  record Detail(String text) {}

  @JsonDeserialize(builder = Built.Builder.class)
  static final class Built {
    private final String text;

    private Built(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }

    @JsonPOJOBuilder(withPrefix = "")
    static final class Builder {
      private String text = "";

      Builder part(Detail part) {
        text += part.text();
        return this;
      }

      Built build() {
        return new Built(text);
      }
    }
  }

  record Price(@Cents long cents, @JsonDeserialize(converter = ToRate.class) Rate rate) {}

  /** A bundle of Jackson's annotations. */
  @JacksonAnnotationsInside
  @JsonDeserialize(using = CentsReader.class)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Cents {}

  static final class CentsReader extends JsonDeserializer<Long> {
    @Override
    public Long deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Math.round(json.getDoubleValue() * 100);
    }
  }

  /** Made by a converter of something else that is read from JSON. */
  static final class Rate {
    private final int percent;

    Rate(int percent) {
      this.percent = percent;
    }

    @Override
    public String toString() {
      return percent + "%";
    }
  }

  /** Reached as what a converter converts only. */
  record RateText(int per) {}

  static final class ToRate extends StdConverter<RateText, Rate> {
    @Override
    public Rate convert(RateText text) {
      return new Rate(text.per());
    }
  }

  record Box<T>(T value, Map<Status, List<Key>> keys) {
    @Override
    public String toString() {
      return List.of((Object[]) value) + " " + keys;
    }
  }

  record Item(String id) implements Comparable<Item>, Serializable {
    @Override
    public int compareTo(Item other) {
      return id.compareTo(other.id);
    }
  }

  static final class Key {
    private final String key;

    private Key(String key) {
      this.key = key;
    }

    @JsonCreator
    static Key of(KeyParts parts) {
      return new Key(parts.left() + "-" + parts.right());
    }

    @Override
    public String toString() {
      return key;
    }
  }

  /** Reached through the parameter of a factory only. */
  record KeyParts(String left, String right) {}

  record Marked(String must) {}

  record Created(String title) {}

  record Sent(String title, @JsonSerialize(using = YesOrNo.class) boolean urgent, SentPart part) {}

  record SentPart(Status status) {}

  static final class YesOrNo extends JsonSerializer<Boolean> {
    @Override
    public void serialize(Boolean value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value ? "yes" : "no");
    }
  }

  record About(String name) {}

  record Echo(String body) {}

  private Models() {}
}
