package dev.procc.live.probe.question;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Queries of the list.
final class Queries {
  private Queries() {}

  /// Processes whose name contains a text, a quote in it doubled.
  static String named(String text) {
    String filter = "name contains '" + text.replace("'", "''") + "'";
    return "$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
