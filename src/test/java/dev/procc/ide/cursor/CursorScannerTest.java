package dev.procc.ide.cursor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Cursor positions in half-typed texts: the path of keys, the typed prefix, and the sibling keys.
class CursorScannerTest {
  private static String scan(String marked) {
    int at = marked.indexOf('‸');
    Cursor cursor = CursorScanner.scan(marked.replace("‸", ""), at);
    StringBuilder path = new StringBuilder();
    for (Cursor.Step step : cursor.path()) {
      path.append('/').append(step.key() == null ? "-" : step.key());
    }
    return cursor.role()
        + " "
        + path
        + " '"
        + cursor.word()
        + "' "
        + String.join(",", cursor.siblings().keySet());
  }

  @Test
  void aKeyAtTheTop() {
    assertEquals("KEY  'ca' kind,procc", scan("procc: v1\nkind: Process\nca‸\n"));
    assertEquals("Process", CursorScanner.scan("procc: v1\nkind: Process\n", 24).kind());
  }

  @Test
  void aValueBesideKeysAboveAndBelow() {
    assertEquals("VALUE /b '1' a,b,c", scan("a: 1\nb: 1‸\nc: 2\n"));
    assertEquals("VALUE /b '' b,a", scan("b:‸\na: 1\n"));
  }

  @Test
  void aKeyOfANodeInAListInAList() {
    String text =
        "root:\n"
            + "  children:\n"
            + "    - group: g\n"
            + "      children:\n"
            + "        - sendTask: a\n"
            + "          ti‸\n";
    assertEquals("KEY /root/children/-/children/- 'ti' sendTask", scan(text));
  }

  @Test
  void aListAtTheColumnOfItsKey() {
    assertEquals("ITEM /children/- 's' ", scan("children:\n- sendTask: a\n- s‸\n"));
    assertEquals("KEY /children/- 't' sendTask", scan("children:\n- sendTask: a\n  t‸\n"));
  }

  @Test
  void aBlankLineIsReadByItsColumn() {
    assertEquals("KEY /root '' name", scan("root:\n  name: x\n  ‸\nkey: k\n"));
    assertEquals("KEY  '' root,key", scan("root:\n  name: x\n‸\nkey: k\n"));
  }

  @Test
  void bracesOnOneLineAndOnSeveral() {
    assertEquals(
        "VALUE /people/sam/id 'u' name,id", scan("people:\n  sam: { name: Sam, id: u‸ }\n"));
    assertEquals("KEY /people/sam 'i' name", scan("people:\n  sam: { name: Sam, i‸ }\n"));
    assertEquals(
        "VALUE /with/b 'x' a,b", scan("with:\n  {\n    a: \"{{ y }}\",\n    b: x‸\n  }\n"));
    assertEquals("ITEM /processes/- 'cl' ", scan("processes: [a, cl‸]\n"));
  }

  @Test
  void aTagIsSeenBehindItsBraces() {
    String text = "with: { a: \"{{ en‸\" }\n";
    Cursor cursor = CursorScanner.scan(text.replace("‸", ""), text.indexOf('‸'));
    assertEquals(" en", cursor.tag());
    assertEquals("VALUE /with/a '{{ en' a", scan(text));
  }

  @Test
  void otherLineEndsAndCharacters() {
    assertEquals("VALUE /root/name '😀x' name", scan("root:\r\n  name: 😀x‸\r\n"));
    assertEquals("COMMENT  '# a' ", scan("a: 1 # a‸ b\n"));
    assertEquals("KEY  'k' ", scan("a: 1\n---\nk‸\n"));
  }
}
