package dev.procc.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void widths() {
    assertEquals(3, TerminalText.width("abc"));
    assertEquals(7, TerminalText.width("Prüfung"));
    assertEquals(7, TerminalText.width("Pru\u0308fung"));
    assertEquals(4, TerminalText.width("決算"));
    assertEquals(6, TerminalText.width("ＡＢＣ"));
    assertEquals(3, TerminalText.width("ｱｲｳ"));
    assertEquals(4, TerminalText.width("결산"));
    assertEquals(2, TerminalText.width("\ud83d\udcc5"));
    assertEquals(1, TerminalText.width("€"));
    assertEquals(5, TerminalText.width("a\t"));
    assertEquals(0, TerminalText.width("\u200b"));
  }

  @Test
  void showsWhatCouldHarm() {
    assertEquals("a    b", TerminalText.sanitize("a\tb"));
    assertEquals("␛[31m", TerminalText.sanitize("\u001b[31m"));
    assertEquals("a␊b␍", TerminalText.sanitize("a\nb\r"));
    assertEquals("␡\ufffd", TerminalText.sanitize("\u007f\u009b"));
    assertEquals("\ufffdabc", TerminalText.sanitize("\u202eabc"));
    assertEquals("\ufffd", TerminalText.sanitize("\ud800"));
    assertEquals("Prüfung 決算", TerminalText.sanitize("Prüfung 決算"));
  }

  @Property
  void shownTextIsAsWideAsItWasCounted(@ForAll String text) {
    assertEquals(TerminalText.width(text), TerminalText.width(TerminalText.sanitize(text)));
  }
}
