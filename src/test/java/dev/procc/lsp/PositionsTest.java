package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.ide.EditorText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

/// Positions in every encoding, after every kind of character and line end.
class PositionsTest {
  private static final String TEXT = "a: 1\r\nb: \"é😀e\u0301한\" # x\rc: z\n";

  private static Position at(Encoding encoding, String text, String piece) {
    return new Positions(new EditorText("x.yaml", text, 1), encoding).position(text.indexOf(piece));
  }

  @Test
  void eachEncodingCountsItsUnits() {
    assertEquals(new Position(1, 16), at(Encoding.UTF_8, TEXT, "\" #"));
    assertEquals(new Position(1, 10), at(Encoding.UTF_16, TEXT, "\" #"));
    assertEquals(new Position(1, 9), at(Encoding.UTF_32, TEXT, "\" #"));
    assertEquals(new Position(2, 3), at(Encoding.UTF_8, TEXT, "z"));
  }

  /// Java itself counts the units of UTF-8 and UTF-16.
  @Test
  void everyPlaceLeadsBack() {
    Random random = new Random(7);
    String[] pieces = {"a", "é", "한", "😀", "e\u0301", "\n", "\r\n", "\r", " ", ": "};
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      EditorText held = new EditorText("x.yaml", text.toString(), 1);
      for (Encoding encoding : Encoding.values()) {
        Positions positions = new Positions(held, encoding);
        for (int offset = 0; offset <= text.length(); offset++) {
          boolean inside =
              offset > 0
                  && offset < text.length()
                  && (Character.isLowSurrogate(text.charAt(offset))
                      || (text.charAt(offset) == '\n' && text.charAt(offset - 1) == '\r'));
          if (!inside) {
            Position position = positions.position(offset);
            assertEquals(offset, positions.offset(position), encoding + " " + position);
            int start = held.file().lineStart(position.getLine() + 1);
            String before = text.substring(start, offset);
            int units =
                switch (encoding) {
                  case UTF_8 -> before.getBytes(StandardCharsets.UTF_8).length;
                  case UTF_16 -> before.length();
                  case UTF_32 -> before.codePointCount(0, before.length());
                };
            assertEquals(units, position.getCharacter());
          }
        }
      }
    }
  }

  @Test
  void aPlaceBehindTheEndIsTheEnd() {
    Positions positions = new Positions(new EditorText("x.yaml", "ab\ncd", 1), Encoding.UTF_16);
    assertEquals(2, positions.offset(new Position(0, 99)));
    assertEquals(5, positions.offset(new Position(99, 0)));
    assertEquals(0, positions.offset(new Position(-1, -1)));
  }

  @Test
  void aByteOrderMarkCountsForTheEditorAlone() {
    Positions positions =
        new Positions(new EditorText("x.yaml", "\uFEFFab: c", 1), Encoding.UTF_16);
    assertEquals(new Position(0, 5), positions.position(4));
    assertEquals(4, positions.offset(new Position(0, 5)));
  }

  @Test
  void windowsPathsAndOtherSchemes() {
    assertEquals(null, Uris.path("untitled:Untitled-1"));
    assertEquals("/w/a b.yaml", Uris.path("file:///w/a%20b.yaml").toString());
    assertEquals("/w/a b.yaml", Uris.path("file:///w/a b.yaml").toString());
    assertEquals(Uris.document("file:///w/x.yaml"), Uris.document("file:/w/y/../x.yaml"));
    assertEquals("/w/é😀.yaml", Uris.path("file:///w/%C3%A9%F0%9F%98%80.yaml").toString());
  }

  /// Not every client encodes what a URI may not hold.
  @Test
  void charactersThatAreNotEncodedAreRead() {
    for (String name :
        List.of("a[1]", "{b}", "a|b", "a^b", "a`b", "a\"b", "é b", "100%", "%4", "<x>")) {
      assertEquals(
          "/w/" + name + ".yaml", String.valueOf(Uris.path("file:///w/" + name + ".yaml")));
    }
    assertEquals("/w/a#b.yaml", String.valueOf(Uris.path("file:///w/a%23b.yaml")));
  }
}
