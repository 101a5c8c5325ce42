package visibuild.json;

import java.io.IOException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import visibuild.DecodingException;

/** Reads the one value of an answer. */
final class EnvelopeConverter<T> implements Converter<ResponseBody, T> {
  private final EnvelopeReader<T> reader;

  EnvelopeConverter(EnvelopeReader<T> reader) {
    this.reader = reader;
  }

  @Override
  public @Nullable T convert(ResponseBody body) throws IOException {
    try (body) {
      EnvelopeReader.Opened<T> opened = reader.open(body);
      if (opened.next() != null) {
        throw new DecodingException(
            "There are more pages than this one; let the method return Paged, which reads them all.",
            null);
      }
      return opened.value();
    }
  }
}
