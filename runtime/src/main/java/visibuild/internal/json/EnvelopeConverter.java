package visibuild.internal.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import visibuild.DecodingException;
import visibuild.Page;

/** Reads a response: its single value, or a page of a list. */
final class EnvelopeConverter<R> implements Converter<ResponseBody, R> {
  private final EnvelopeReader<?, R> reader;

  private EnvelopeConverter(EnvelopeReader<?, R> reader) {
    this.reader = reader;
  }

  /** Returns a converter for a value of {@code type}, which must be the only page. */
  static <T> EnvelopeConverter<T> ofValue(ObjectMapper mapper, JavaType type, DataMember member) {
    return new EnvelopeConverter<>(
        new EnvelopeReader<T, T>(mapper, type, member, EnvelopeConverter::only));
  }

  /** For a page: a {@code list}, and the cursor of the page after it. */
  static <T> EnvelopeConverter<Page<T>> ofPage(
      ObjectMapper mapper, JavaType list, DataMember member) {
    return new EnvelopeConverter<>(
        new EnvelopeReader<List<T>, Page<T>>(
            mapper,
            list,
            member,
            (items, next) -> new Page<>(Objects.requireNonNull(items), next)));
  }

  private static <T> @Nullable T only(@Nullable T value, @Nullable String next) {
    if (next != null) {
      throw new DecodingException(
          "There are more pages than this one; let the method return Paged, which reads them all.",
          null);
    }
    return value;
  }

  @Override
  public @Nullable R convert(ResponseBody body) throws IOException {
    try (body) {
      return reader.open(body);
    }
  }
}
