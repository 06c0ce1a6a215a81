package dev.procc.lsp;

import org.eclipse.lsp4j.PositionEncodingKind;

/// The units in which a client counts the characters of a line.
enum Encoding {
  UTF_8(PositionEncodingKind.UTF8) {
    @Override
    int width(int codePoint) {
      return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
  },
  UTF_16(PositionEncodingKind.UTF16) {
    @Override
    int width(int codePoint) {
      return Character.charCount(codePoint);
    }
  },
  UTF_32(PositionEncodingKind.UTF32) {
    @Override
    int width(int codePoint) {
      return 1;
    }
  };

  private final String word;

  Encoding(String word) {
    this.word = word;
  }

  /// The word in the protocol.
  String word() {
    return word;
  }

  /// The number of units of a character.
  abstract int width(int codePoint);

  /// The number of units of a text from `from` up to, not including, `to`.
  int units(String text, int from, int to) {
    int units = 0;
    int at = from;
    while (at < to) {
      int codePoint = text.codePointAt(at);
      units += width(codePoint);
      at += Character.charCount(codePoint);
    }
    return units;
  }

  /// The offset a number of units after `from`; the end of the line if it has fewer, and the start
  /// of a character for a position within it.
  int offset(String text, int from, int units) {
    int left = units;
    int at = from;
    while (at < text.length() && left > 0 && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      int codePoint = text.codePointAt(at);
      left -= width(codePoint);
      if (left < 0) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }
}
