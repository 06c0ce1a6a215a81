package dev.procc.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words come back from a shell as they were.
class ShellWordTest {
  @Property(tries = 300)
  void whatIsQuotedIsReadBack(
      @ForAll @Chars({'a', ' ', '\'', '"', '\\', '$', '`', '~', 'ü', '-'}) String word) {
    assertEquals(word, ShellWord.unquoted(ShellWord.quoted(word)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"my close\" | my close",
        "my\\ close | my close",
        "\"my cl | my cl",
        "'a\"b' | a\"b",
        "\"a\\\"b\\c\" | a\"b\\c",
        "~/\"a b\" | ~/a b",
        "a\\ | a\\"
      })
  void whatIsTypedIsRead(String typed, String word) {
    assertEquals(word, ShellWord.unquoted(typed));
  }
}
