package dev.procc.cli.frame;

import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard output and standard error: the only place that writes to them, and only text that is
/// safe to show.
public final class StandardStreams {
  private StandardStreams() {}

  /// Writes a text, coloured or not.
  public static void print(PrintStream stream, SafeText text, boolean colour) {
    write(stream, colour ? text.coloured() : text.toString());
  }

  /// Writes a sentence as one line.
  public static void println(PrintStream stream, String sentence) {
    print(stream, new TextPage().line(sentence).toText(), false);
  }

  /// The text of a file; for a terminal, made safe to show.
  static String fileText(String text, boolean terminal) {
    return terminal ? new TextPage().lines(text).toString() : text;
  }

  /// Writes a sentence over the one before, in the last line of a terminal.
  static void progress(PrintStream stream, String sentence) {
    write(stream, "\r\u001b[K" + new TextPage().append(sentence).toText());
  }

  /// Writes a text that is already safe to show.
  static void write(PrintStream stream, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }
}
