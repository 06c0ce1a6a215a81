package dev.procc.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Scripts that a test writes and then has run.
public final class Scripts {
  private Scripts() {}

  /// Writes a script that can be run, with the folders above it, and gives its path back.
  ///
  /// Another process writes it: while this one held the file open, whatever a test beside starts at
  /// that moment would hold it too, and the script could not be run ("Text file busy").
  public static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Process writer =
        new ProcessBuilder("sh", "-c", "cat > \"$0\" && chmod +x \"$0\"", file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = writer.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    try {
      if (writer.waitFor() != 0) {
        throw new IOException(file + " could not be written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return file;
  }
}
