package dev.procc.live.planfile;

/// A warning of lint that stands while the plan is made: whoever approves the plan reads it too.
///
/// @param code `PC308`
/// @param name `preparer-approves`
/// @param file relative to the project; empty if no text is at fault
/// @param line from 1; 0 where no text is at fault
/// @param message one sentence without a full stop
public record LintWarning(String code, String name, String file, int line, String message) {
  /// How many of them a plan holds; the rest are only counted.
  public static final int MAX_IN_PLAN = 100;

  /// `people.yaml:5`; empty if no text is at fault.
  public String location() {
    return file.isEmpty() ? "" : file + ":" + line;
  }
}
