package dev.procc.emulator.control;

import dev.procc.emulator.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The page at `/`: a single resource that loads nothing from elsewhere.
final class ControlPage {
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
          + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private ControlPage() {}

  static Reply reply() {
    try (InputStream in = ControlPage.class.getResourceAsStream("page.html")) {
      if (in == null) {
        throw new IllegalStateException("page.html is not in the program");
      }
      return Reply.html(in.readAllBytes()).withHeader("Content-Security-Policy", POLICY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
