package dev.procc.view.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void widths() {
    assertEquals(3, Columns.width("abc"));
    assertEquals(7, Columns.width("Prüfung"));
    assertEquals(7, Columns.width("Pru\u0308fung"));
    assertEquals(4, Columns.width("決算"));
    assertEquals(6, Columns.width("ＡＢＣ"));
    assertEquals(3, Columns.width("ｱｲｳ"));
    assertEquals(4, Columns.width("결산"));
    assertEquals(2, Columns.width("\ud83d\udcc5"));
    assertEquals(1, Columns.width("€"));
    assertEquals(5, Columns.width("a\t"));
    assertEquals(0, Columns.width("\u200b"));
  }

  @Test
  void showsWhatCouldHarm() {
    assertEquals("a    b", Columns.shown("a\tb"));
    assertEquals("␛[31m", Columns.shown("\u001b[31m"));
    assertEquals("a␊b␍", Columns.shown("a\nb\r"));
    assertEquals("␡\ufffd", Columns.shown("\u007f\u009b"));
    assertEquals("\ufffdabc", Columns.shown("\u202eabc"));
    assertEquals("\ufffd", Columns.shown("\ud800"));
    assertEquals("Prüfung 決算", Columns.shown("Prüfung 決算"));
  }

  @Property
  void shownTextIsAsWideAsItWasCounted(@ForAll String text) {
    assertEquals(Columns.width(text), Columns.width(Columns.shown(text)));
  }
}
