package dev.procc.live.planfile;

/// A warning of lint that stands while the plan is made: whoever approves the plan reads it too.
///
/// @param code `PC308`
/// @param name `preparer-approves`
/// @param file relative to the project; empty if no text is at fault
/// @param line from 1; 0 where no text is at fault
/// @param message one sentence without a full stop
/// @param about titles of the tasks and groups it is about, the first ones where they are many;
///   empty if it is about none
/// @param hint what to do; empty if nothing is to be said
/// @param isNew whether it did not stand at the last apply, as far as that is known
public record LintWarning(
    String code,
    String name,
    String file,
    int line,
    String message,
    String about,
    String hint,
    boolean isNew) {
  /// How many of them a plan holds; the rest are only counted.
  public static final int MAX_IN_PLAN = 100;

  /// What it says, with what it is about and what to do.
  public String text() {
    return (about.isEmpty() ? "" : about + ": ") + message + (hint.isEmpty() ? "" : "; " + hint);
  }

  /// What makes it the same one in another version of the definitions: not the line.
  public String fingerprint() {
    return code + "\n" + file + "\n" + about + "\n" + message;
  }

  /// The same, new or not.
  public LintWarning withNew(boolean now) {
    return new LintWarning(code, name, file, line, message, about, hint, now);
  }

  /// `people.yaml:5`; empty if no text is at fault.
  public String location() {
    return file.isEmpty() ? "" : file + ":" + line;
  }
}
