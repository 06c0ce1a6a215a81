package dev.procc.lsp;

import org.eclipse.lsp4j.PositionEncodingKind;

/// What a client counts the characters of a line in.
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

  /// The word of the protocol.
  String word() {
    return word;
  }

  /// How many units a character has.
  abstract int width(int codePoint);

  /// The units of a text from `from` to before `to`.
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

  /// The offset that lies so many units behind `from`; the end of the line if it has fewer, and the
  /// beginning of a character for a place within it.
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
