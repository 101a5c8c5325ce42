package visibuild.json;

import java.io.IOException;
import java.util.List;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import visibuild.DecodingException;
import visibuild.Page;

/** Reads a page: the list of an answer, and the cursor of the page after it. */
final class PageConverter<T> implements Converter<ResponseBody, Page<T>> {
  private final EnvelopeReader<List<T>> reader;

  PageConverter(EnvelopeReader<List<T>> reader) {
    this.reader = reader;
  }

  @Override
  public Page<T> convert(ResponseBody body) throws IOException {
    try (body) {
      EnvelopeReader.Opened<List<T>> opened = reader.open(body);
      List<T> items = opened.value();
      if (items == null) {
        String path = JsonPaths.inData(opened.member());
        throw new DecodingException(path + " is null.", path, null, null);
      }
      return new Page<>(items, opened.next());
    }
  }
}
