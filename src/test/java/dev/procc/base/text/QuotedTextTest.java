package dev.procc.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// A text that is cut keeps whole characters: half a one is no text for a report of JSON.
class QuotedTextTest {
  @Property(tries = 500)
  void noCharacterIsHalved(
      @ForAll @IntRange(max = 60) int letters, @ForAll @IntRange(min = 4, max = 60) int most) {
    String text = "a".repeat(letters) + "\ud83d\ude00".repeat(20);
    for (String cut :
        new String[] {
          QuotedText.cut(text, most), QuotedText.start(text, most), QuotedText.quoted(text)
        }) {
      assertEquals(0, cut.codePoints().filter(point -> point >= 0xd800 && point <= 0xdfff).count());
    }
    assertTrue(QuotedText.cut(text, most).length() <= most);
    assertTrue(QuotedText.start(text, most).length() >= Math.min(most, text.length()) - 1);
  }

  @Test
  void dotsStandForWhatIsLeftOut() {
    assertEquals("abcde", QuotedText.cut("abcde", 5));
    assertEquals("ab...", QuotedText.cut("abcdef", 5));
    assertEquals("\"a...\"", QuotedText.quoted("a\nb"));
    assertFalse(QuotedText.shorten("a".repeat(40)).endsWith("..."));
  }
}
