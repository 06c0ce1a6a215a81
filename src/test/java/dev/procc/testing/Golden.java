package dev.procc.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files with expected contents; `-Dgolden.update=true` writes them again.
public final class Golden {
  /// Whether goldens are written instead of only compared.
  public static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private Golden() {}

  /// Compares a text with a file.
  public static void check(Path file, String text) throws IOException {
    if (UPDATE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertEquals(
        Files.readString(file), text, () -> file + " is old; -Dgolden.update=true writes it anew");
  }
}
