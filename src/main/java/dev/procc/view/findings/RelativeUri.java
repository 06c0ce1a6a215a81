package dev.procc.view.findings;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Paths as relative references (RFC 3986).
final class RelativeUri {
  private static final String UNESCAPED = "-._~/!$&'()*+,;=@";

  private RelativeUri() {}

  /// `Abschluss/%C3%9Cbersicht%201.yaml` for `Abschluss/Übersicht 1.yaml`.
  static String encode(String path) {
    StringBuilder out = new StringBuilder();
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || (c < 0x80 && UNESCAPED.indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
      }
    }
    return out.toString();
  }
}
