package dev.procc.base.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceFileTest {
  /// A file of plain bytes is the file of their text, with the same lines.
  @Test
  void plainBytesAreTheirText() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      byte[] bytes = new byte[random.nextInt(400)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (random.nextInt(8) == 0 ? '\n' : ' ' + random.nextInt(95));
      }
      SourceFile plain = assertNotNullFile(bytes);
      SourceFile other = new SourceFile("a", new String(bytes, StandardCharsets.UTF_8));
      assertTrue(plain.isPlain());
      assertFalse(other.isPlain());
      assertEquals(other.text(), plain.text());
      assertEquals(other.lineCount(), plain.lineCount());
      for (int line = 0; line <= other.lineCount() + 1; line++) {
        assertEquals(other.line(line), plain.line(line));
        assertEquals(other.lineStart(line), plain.lineStart(line));
      }
      for (int at = 0; at <= bytes.length; at++) {
        assertEquals(other.position(at), plain.position(at));
      }
    }
  }

  private static SourceFile assertNotNullFile(byte[] bytes) {
    SourceFile plain = SourceFile.ofPlain("a", bytes);
    assertNotNull(plain);
    return plain;
  }

  /// Every other byte, wherever it stands, is left to the decoder.
  @Test
  void noOtherByteIsPlain() {
    for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
      boolean plain = value >= ' ' && value < 0x7F || value == '\n';
      for (int at = 0; at < 5; at++) {
        byte[] bytes = "ab\nc\n".getBytes(StandardCharsets.US_ASCII);
        bytes[at] = (byte) value;
        SourceFile file = SourceFile.ofPlain("a", bytes);
        if (plain) {
          assertNotNull(file, "byte " + value);
        } else {
          assertNull(file, "byte " + value);
        }
      }
    }
  }
}
