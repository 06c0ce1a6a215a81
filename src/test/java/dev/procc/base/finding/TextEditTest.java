package dev.procc.base.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import org.junit.jupiter.api.Test;

class TextEditTest {
  private static String replacement(String text, String by) {
    return new TextEdit(Span.at(new SourceFile("a.yaml", text), 0), by).replacement();
  }

  @Test
  void linesEndAsThoseOfTheFile() {
    assertEquals("a\nb\n", replacement("x: 1\ny: 2\r\n", "a\nb\n"));
    assertEquals("a\r\nb\r\n", replacement("x: 1\r\ny: 2\r\n", "a\nb\n"));
    assertEquals("a\rb", replacement("x: 1\ry: 2", "a\nb"));
    assertEquals("a\r\nb", replacement("x: 1\r\n", "a\r\nb"));
    assertEquals("a\n", replacement("x: 1", "a\n"));
  }
}
