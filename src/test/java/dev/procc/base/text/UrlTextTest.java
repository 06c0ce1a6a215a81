package dev.procc.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "nothing,nothing",
        "dana@example.com,dana@example.com",
        "https://example.com/a,https://example.com/a",
        "https://u:pw@example.com,https://****@example.com",
        "no \"https://u:p@w@a.b\" and ftp://x@c,no \"https://*****@a.b\" and ftp://*@c",
        "https://u:p/w@a.b,https://*****@a.b",
        "https://a.b to dana@c,https://a.b to dana@c",
        "https://@a.b,https://@a.b",
        "://,://",
      })
  void whatMayBeAPasswordIsMasked(String text, String masked) {
    assertEquals(masked, UrlText.masked(text));
  }
}
