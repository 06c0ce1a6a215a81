package dev.procc.language.holidays;

import org.jspecify.annotations.Nullable;

/// The problem with an unknown country code, and what to write instead.
///
/// @param name codes to write, `name one: gb-eng, gb-nir`; null if none is near
/// @param isImported whether the official list may be imported instead
public record UnknownCountry(String message, @Nullable String name, boolean isImported) {
  /// How to import the official list.
  private static final String IMPORT = "procc calendar import FILE.ics or FILE.csv";

  public String hint() {
    if (name == null) {
      return "import the official list instead: " + IMPORT;
    }
    String or = name.endsWith("?") ? " or" : "; or";
    return isImported ? name + or + " import the official list instead: " + IMPORT : name;
  }
}
