package cn.gongkai.content.report;

import cn.gongkai.content.release.Sha256;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;

/// A receipt as its line of JSON, in both directions. The line as it was written is what is hashed
/// and kept: it is never written anew.
public final class ReceiptText {

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private ReceiptText() {}

  public static String write(Receipt receipt) {
    try {
      return MAPPER.writeValueAsString(receipt);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a receipt could not be written", e);
    }
  }

  /// @throws ReportException `REPORT-FORM`, `REPORT-LIMIT`
  public static Receipt read(String line) throws ReportException {
    if (bytes(line).length > ReportLimits.STANDARD.lineBytes()) {
      throw new ReportException("REPORT-LIMIT", "a receipt of " + line.length() + " characters");
    }
    try {
      Receipt receipt = MAPPER.readValue(line, Receipt.class);
      if (receipt == null) {
        throw new ReportException("REPORT-FORM", "a receipt is missing");
      }
      return receipt;
    } catch (JsonProcessingException | RuntimeException e) {
      throw new ReportException("REPORT-FORM", "not a receipt: " + firstLine(e), e);
    }
  }

  /// SHA-256 of the line without its end, lower-case hex.
  public static String hash(String line) {
    return Sha256.hex(bytes(line));
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }

  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
