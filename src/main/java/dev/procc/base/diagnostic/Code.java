package dev.procc.base.diagnostic;

import java.util.regex.Pattern;

/// The identity of a kind of finding.
///
/// @param id stable, `PC` and three digits; the hundreds are the family (language.md, Rules)
/// @param name reads after "allow": `due-date-on-day-off`
/// @param severity unless the project says otherwise
public record Code(String id, String name, Severity severity) {
  private static final Pattern ID = Pattern.compile("PC\\d{3}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public Code {
    if (!ID.matcher(id).matches() || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a code: " + id + " " + name);
    }
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
}
