package dev.procc.emulator.control;

import dev.procc.emulator.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The page at `/`: one resource, nothing fetched from elsewhere.
final class Page {
  private Page() {}

  static Reply reply() {
    try (InputStream in = Page.class.getResourceAsStream("page.html")) {
      if (in == null) {
        throw new IllegalStateException("page.html is not in the program");
      }
      return Reply.html(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
