package dev.bagu.interview;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.bagu.BaguException;
import java.io.IOException;
import java.util.Locale;

/**
 * Records as JSON: field names in {@code snake_case}, constants in small letters. Both are a
 * contract: what is stored in another shape one day needs a step of {@link Schema} and a new
 * version of {@link RecordsDocument}.
 */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .addModule(new SimpleModule().addSerializer(new SmallLetters()))
          .build();

  private Json() {}

  /** A value as JSON, on one line. */
  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every record of this room can be written", e);
    }
  }

  /** A value as JSON, for people to read. */
  static String pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every record of this room can be written", e);
    }
  }

  /**
   * Reads a value back.
   *
   * @throws BaguException when the text has another shape
   */
  static <T> T read(String text, Class<T> type) {
    try {
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw new BaguException("a record cannot be read as " + type.getSimpleName() + ": null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new BaguException(
          "a record cannot be read as " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** A value as a tree. */
  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  private static final class SmallLetters extends StdSerializer<Enum<?>> {
    private static final long serialVersionUID = 1L;

    SmallLetters() {
      super(Enum.class, false);
    }

    @Override
    public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.name().toLowerCase(Locale.ROOT));
    }
  }
}
