package dev.procc.ide.change;

import dev.procc.ide.EditorText;
import dev.procc.language.format.Formatter;
import dev.procc.language.project.ProjectReader;
import org.jspecify.annotations.Nullable;

/// The formatting of a definition in an editor.
public final class Formatting {
  private Formatting() {}

  /// The text as `procc fmt` writes it; null if it stays the same, is not a definition, or has
  /// characters that are read as others.
  public static @Nullable String format(EditorText text) {
    if (text.decoded().hasErrors() || !ProjectReader.isDefinition(text.file())) {
      return null;
    }
    String formatted = new Formatter().format(text.file()).value().orElse(null);
    return formatted == null || formatted.equals(text.file().text()) ? null : formatted;
  }
}
