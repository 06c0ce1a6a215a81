package dev.procc.ide;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A document of an editor: a file, or a text that was never saved.
///
/// @param name the editor's name for it, a URI
/// @param file absolute and normalized; null for a text without a file
public record DocumentId(String name, @Nullable Path file) {
  /// Two names of one file are one document.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentId that
        && (file == null ? that.file == null && name.equals(that.name) : file.equals(that.file));
  }

  @Override
  public int hashCode() {
    return file == null ? name.hashCode() : file.hashCode();
  }
}
