package dev.procc.base.finding;

import org.jspecify.annotations.Nullable;

/// The identity of a kind of finding.
///
/// @param id stable, `PC` and three digits; the hundreds are the family (language.md, Rules)
/// @param name what follows "allow" in a suppression: `due-date-on-day-off`
/// @param severity unless the project sets another
public record Code(String id, String name, Severity severity) {
  public Code {
    if (!isId(id) || !isName(name)) {
      throw new IllegalArgumentException("not a code: " + id + " " + name);
    }
  }

  // Written out: the one of a record is linked at run time, which slows a cold start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Code that
        && id.equals(that.id)
        && name.equals(that.name)
        && severity == that.severity;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  public static Code error(String id, String name) {
    return new Code(id, name, Severity.ERROR);
  }

  public static Code warning(String id, String name) {
    return new Code(id, name, Severity.WARNING);
  }

  public static Code info(String id, String name) {
    return new Code(id, name, Severity.INFO);
  }

  private static boolean isId(String id) {
    return id.length() == 5
        && id.startsWith("PC")
        && isDigit(id.charAt(2))
        && isDigit(id.charAt(3))
        && isDigit(id.charAt(4));
  }

  /// Words of lower case letters and digits, joined by single hyphens.
  private static boolean isName(String name) {
    boolean word = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean part = isDigit(c) || (c >= 'a' && c <= 'z');
      if (!part && (c != '-' || !word)) {
        return false;
      }
      word = part;
    }
    return word;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
