package visibuild.internal.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import retrofit2.Converter;

/** Writes an enum constant into a path, query or header by its JSON name. */
final class EnumConverter implements Converter<Enum<?>, String> {
  private final ObjectMapper mapper;

  EnumConverter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String convert(Enum<?> constant) {
    return mapper.convertValue(constant, String.class);
  }
}
